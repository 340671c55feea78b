"""Noughts and crosses searched to the end: tuples, recursion, alpha and beta, a table of positions."""

KIND = "pure"
SIZE = 2

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


class Board:
    def __init__(self, cells=(0,) * 9, player=1):
        self.cells = cells
        self.player = player

    def winner(self):
        cells = self.cells
        for a, b, c in LINES:
            if cells[a] and cells[a] == cells[b] == cells[c]:
                return cells[a]
        return 0

    def moves(self):
        return [i for i, cell in enumerate(self.cells) if not cell]

    def play(self, move):
        cells = list(self.cells)
        cells[move] = self.player
        return Board(tuple(cells), -self.player)


def best(board, alpha=-2, beta=2):
    won = board.winner()
    if won:
        return won * board.player
    moves = board.moves()
    if not moves:
        return 0
    for move in moves:
        value = -best(board.play(move), -beta, -alpha)
        if value > alpha:
            alpha = value
            if alpha >= beta:
                break
    return alpha


def positions(board, seen):
    key = (board.cells, board.player)
    if key in seen:
        return
    seen[key] = board.winner()
    if not seen[key]:
        for move in board.moves():
            positions(board.play(move), seen)


def run(n):
    for _ in range(n):
        assert best(Board()) == 0
        seen = {}
        positions(Board(), seen)
        assert len(seen) == 5478, len(seen)
        assert sum(1 for each in seen.values() if each == 1) == 626
