# The Jacobian of softmax at 4 numbers.
J = jacobian(softmax)
z = (arange(4) * 37 % 101) / 50 - 1
for round in range(ROUNDS):
    j = J(z)
