"""Rays through a scene of spheres: vectors as objects with operators, deep call chains, floats."""

import math

KIND = "pure"
SIZE = 72


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return math.sqrt(self.dot(self))

    def unit(self):
        return self * (1.0 / self.length())

    def mirrored(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.unit()

    def at(self, distance):
        return self.origin + self.direction * distance


class Sphere:
    def __init__(self, centre, radius, colour, shine):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.shine = shine

    def hit(self, ray):
        to_centre = self.centre - ray.origin
        along = to_centre.dot(ray.direction)
        square = self.radius**2 - to_centre.dot(to_centre) + along * along
        if square < 0.0:
            return None
        distance = along - math.sqrt(square)
        return distance if distance > 1e-6 else None

    def normal(self, point):
        return (point - self.centre).unit()


class Floor:
    colour = Vector(0.8, 0.8, 0.8)
    shine = 0.0

    def hit(self, ray):
        if ray.direction.y > -1e-6:
            return None
        return -ray.origin.y / ray.direction.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


class Scene:
    def __init__(self):
        self.things = [Floor()]
        self.light = Vector(4.0, 9.0, -3.0)

    def nearest(self, ray):
        best = None
        for thing in self.things:
            distance = thing.hit(ray)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, thing)
        return best

    def colour(self, ray, depth=0):
        found = self.nearest(ray)
        if found is None or depth > 3:
            return Vector(0.2, 0.3, 0.6)
        distance, thing = found
        point = ray.at(distance - 1e-5)
        normal = thing.normal(point)
        light = Ray(point, self.light - point)
        lit = 0.2 if self.nearest(light) else max(0.2, normal.dot(light.direction))
        colour = thing.colour * lit
        if thing.shine:
            other = self.colour(Ray(point, ray.direction.mirrored(normal)), depth + 1)
            colour = colour * (1.0 - thing.shine) + other * thing.shine
        return colour


def run(n):
    scene = Scene()
    for i in range(5):
        scene.things.append(Sphere(Vector(i - 2.0, 0.6 + 0.2 * i, 3.0 + i % 2), 0.6, Vector(1.0, 0.2 * i, 0.3), 0.4))
    eye = Vector(0.0, 1.5, -3.0)
    total = Vector(0.0, 0.0, 0.0)
    for row in range(n):
        for column in range(n):
            direction = Vector((column + 0.5) / n - 0.5, 0.5 - (row + 0.5) / n, 1.0)
            total = total + scene.colour(Ray(eye, direction))
    mean = total * (1.0 / (n * n))
    assert 0.2 < mean.x < 0.8 and 0.2 < mean.z < 0.8, (mean.x, mean.y, mean.z)
