# The Jacobian of softmax at 10 numbers.
J = jacobian(softmax)
z = (arange(10) * 37 % 101) / 50 - 1
for round in range(ROUNDS):
    j = J(z)
