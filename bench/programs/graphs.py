"""Graphs: reachability by sets, shortest paths by a heap, components, topological order."""

import collections
import heapq

KIND = "library"
SIZE = 2100


def graph(n):
    edges = collections.defaultdict(dict)
    value = 7
    for node in range(n):
        for _ in range(4):
            value = (value * 1103515245 + 12345) & 0x7FFFFFFF
            other = (value >> 8) % n
            edges[node][other] = value % 19 + 1
            edges[other][node] = value % 19 + 1
    return edges


def distances(edges, start):
    best = {start: 0}
    heap = [(0, start)]
    while heap:
        distance, node = heapq.heappop(heap)
        if distance > best[node]:
            continue
        for other, length in edges[node].items():
            through = distance + length
            if through < best.get(other, 1 << 30):
                best[other] = through
                heapq.heappush(heap, (through, other))
    return best


def breadth_first(edges, start):
    seen = {start}
    queue = collections.deque([start])
    levels = {start: 0}
    while queue:
        node = queue.popleft()
        for other in edges[node]:
            if other not in seen:
                seen.add(other)
                levels[other] = levels[node] + 1
                queue.append(other)
    return seen, levels


def order(edges):
    needed = {node: {other for other in others if other < node} for node, others in edges.items()}
    result = []
    ready = sorted(node for node, others in needed.items() if not others)
    users = collections.defaultdict(set)
    for node, others in needed.items():
        for other in others:
            users[other].add(node)
    while ready:
        node = ready.pop()
        result.append(node)
        for user in users[node]:
            needed[user].discard(node)
            if not needed[user]:
                ready.append(user)
    return result


def run(n):
    edges = graph(n)
    for start in range(6):
        best = distances(edges, start)
        seen, levels = breadth_first(edges, start)
        assert best.keys() == seen == levels.keys()
        assert all(levels[node] <= best[node] for node in seen)
    placed = {node: i for i, node in enumerate(order(edges))}
    assert len(placed) == len(edges)
    assert all(placed[a] < placed[b] for a in edges for b in edges[a] if a < b)
    neighbours = {node: frozenset(others) for node, others in edges.items()}
    triangles = sum(len(neighbours[a] & neighbours[b]) for a in neighbours for b in neighbours[a] if a < b)
    assert triangles >= 0
