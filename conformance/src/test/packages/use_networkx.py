# packages: python3-networkx
"""Graphs without numpy: paths, trees, flows, colourings, centralities, isomorphism, files."""
import io

import networkx as nx

G = nx.Graph()
G.add_weighted_edges_from([("a", "b", 4), ("a", "c", 2), ("b", "c", 1), ("b", "d", 5), ("c", "d", 8), ("c", "e", 10), ("d", "e", 2), ("f", "g", 1)])
print(G, nx.shortest_path(G, "a", "e", weight="weight"), nx.dijkstra_path_length(G, "a", "e"), nx.number_connected_components(G))
print(sorted(nx.minimum_spanning_edges(G, data=True)), dict(nx.single_source_shortest_path_length(G, "a")))
print(nx.astar_path(G, "a", "e", lambda u, v: 0, "weight"), list(nx.all_simple_paths(G, "a", "d")), nx.cycle_basis(G))
main = G.subgraph(max(nx.connected_components(G), key=len))
for name in ("degree_centrality", "closeness_centrality", "betweenness_centrality", "clustering", "core_number", "eccentricity"):
    print(name, {n: round(v, 6) for n, v in sorted(getattr(nx, name)(main).items())})
D = nx.DiGraph([("s", "a", {"capacity": 3}), ("s", "b", {"capacity": 2}), ("a", "b", {"capacity": 1}), ("a", "t", {"capacity": 2}), ("b", "t", {"capacity": 3})])
print(nx.maximum_flow(D, "s", "t"), nx.minimum_cut_value(D, "s", "t"), list(nx.topological_sort(D)), nx.is_directed_acyclic_graph(D))
print(list(nx.lexicographical_topological_sort(D)), nx.dag_longest_path(D), sorted(nx.descendants(D, "a")), list(nx.bfs_edges(D, "s")), list(nx.dfs_preorder_nodes(D, "s")))
P = nx.petersen_graph()
print(nx.diameter(P), nx.girth(P) if hasattr(nx, "girth") else "", len(set(nx.greedy_color(P, "largest_first").values())), nx.is_isomorphic(P, nx.relabel_nodes(P, {n: n * 3 % 10 for n in P})), nx.check_planarity(P)[0])
R = nx.gnp_random_graph(40, 0.1, seed=42)
print(R.number_of_edges(), sorted(d for _, d in R.degree())[-5:], sorted(map(sorted, nx.find_cliques(R)))[:3], len(nx.max_weight_matching(R)), nx.transitivity(R))
print([sorted(c) for c in nx.community.greedy_modularity_communities(nx.karate_club_graph())], nx.node_connectivity(P), sorted(nx.articulation_points(R))[:4])
print({n: round(v, 8) for n, v in nx.pagerank_alg._pagerank_python(nx.karate_club_graph()).items()} if hasattr(nx, "pagerank_alg") else nx.algorithms.link_analysis.pagerank_alg._pagerank_python(nx.path_graph(4)))
T = nx.balanced_tree(2, 3)
print(nx.to_prufer_sequence(T), nx.forest_str(nx.dfs_tree(T, 0)), nx.tree_data(nx.dfs_tree(T, 0), 0)["children"][0]["id"])
for write in (nx.generate_gml, nx.generate_adjlist, nx.generate_edgelist, nx.generate_graphml):
    print(*write(nx.path_graph(3)), sep="|")
out = io.BytesIO()
nx.write_graphml(main, out)
print(nx.is_isomorphic(nx.read_graphml(io.BytesIO(out.getvalue())), main), nx.node_link_data(nx.path_graph(2)), nx.to_graph6_bytes(P))
M = nx.MultiDiGraph([(1, 2), (1, 2), (2, 3)])
print(M.edges(keys=True), nx.condensation(M).nodes(data=True), nx.adjacency_data(M)["adjacency"], sorted(map(sorted, nx.strongly_connected_components(M))))
for call in (lambda: nx.shortest_path(G, "a", "f"), lambda: nx.find_cycle(D), lambda: G.remove_node("z"), lambda: nx.diameter(G), lambda: nx.topological_sort(G).__next__()):
    try:
        print(call())
    except nx.NetworkXException as error:
        print(type(error).__name__, error)
