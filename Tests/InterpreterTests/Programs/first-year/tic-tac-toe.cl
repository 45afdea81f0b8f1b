board = ["XO ", "OXX", "O X"]
def winner(board):
    lines = [board[i] for i in range(3)]
    for j in range(3):
        lines.append(board[0][j] + board[1][j] + board[2][j])
    lines.append(board[0][0] + board[1][1] + board[2][2])
    lines.append(board[0][2] + board[1][1] + board[2][0])
    for line in lines:
        if line == "XXX" or line == "OOO":
            return line[0]
    return None
print(winner(board))
#> X
print(winner(["XOX", "OXO", "OXO"]))
#> None
