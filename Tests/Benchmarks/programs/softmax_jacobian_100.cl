# The Jacobian of softmax at 100 numbers.
J = jacobian(softmax)
z = (arange(100) * 37 % 101) / 50 - 1
for round in range(ROUNDS):
    j = J(z)
