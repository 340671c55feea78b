"""Bodies that attract each other: floats in lists and loops over pairs."""

KIND = "pure"
SIZE = 9000


def system():
    bodies = []
    for i in range(5):
        angle = 1.0 + 2.3 * i
        bodies.append(
            [
                [angle * 4.8, -1.1 + angle * 0.9, -0.1 * angle],
                [0.6 / angle, 2.8 / (angle + 1.0), 0.02 * i],
                39.4 if i == 0 else 0.04 / (i + 1),
            ]
        )
    total = [0.0, 0.0, 0.0]
    for _, velocity, mass in bodies:
        for axis in range(3):
            total[axis] += velocity[axis] * mass
    for axis in range(3):
        bodies[0][1][axis] -= total[axis] / bodies[0][2]
    return bodies


def energy(bodies):
    result = 0.0
    for i, (place, velocity, mass) in enumerate(bodies):
        x, y, z = velocity
        result += 0.5 * mass * (x * x + y * y + z * z)
        for other, _, other_mass in bodies[i + 1 :]:
            dx = place[0] - other[0]
            dy = place[1] - other[1]
            dz = place[2] - other[2]
            result -= mass * other_mass / (dx * dx + dy * dy + dz * dz) ** 0.5
    return result


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for (p, v, m), (q, w, k) in pairs:
            dx = p[0] - q[0]
            dy = p[1] - q[1]
            dz = p[2] - q[2]
            force = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            mine = m * force
            yours = k * force
            v[0] -= dx * yours
            v[1] -= dy * yours
            v[2] -= dz * yours
            w[0] += dx * mine
            w[1] += dy * mine
            w[2] += dz * mine
        for place, (x, y, z), _ in bodies:
            place[0] += dt * x
            place[1] += dt * y
            place[2] += dt * z


def run(n):
    bodies = system()
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
    before = energy(bodies)
    advance(bodies, pairs, 0.0005, n)
    after = energy(bodies)
    assert abs(before - after) < abs(before) * 0.02, (before, after)
