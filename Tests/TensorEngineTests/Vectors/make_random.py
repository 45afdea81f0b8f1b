"""Writes random.txt: a second implementation of the random numbers, from the specification in RandomNumbers.swift.

    python3 Tests/TensorEngineTests/Vectors/make_random.py

Each line: what is drawn, the seed, the numbers (floats as hexadecimal, so that every bit counts).
"""

import math
import pathlib

MASK = 0xFFFFFFFF


def philox(counter, key):
    for _ in range(10):
        first, second = 0xD2511F53 * counter[0], 0xCD9E8D57 * counter[2]
        counter = [(second >> 32) ^ counter[1] ^ key[0], second & MASK, (first >> 32) ^ counter[3] ^ key[1], first & MASK]
        key = [(key[0] + 0x9E3779B9) & MASK, (key[1] + 0xBB67AE85) & MASK]
    return counter


def natural_logarithm(x):
    mantissa, exponent = math.frexp(x)
    mantissa, exponent = 2 * mantissa, exponent - 1
    if mantissa >= 1.4142135623730951:
        mantissa, exponent = mantissa / 2, exponent + 1
    t = (mantissa - 1) / (mantissa + 1)
    bracket = 1 / 23
    for odd in range(21, 0, -2):
        bracket = bracket * (t * t) + 1 / odd
    return exponent * 0.6931471805599453 + 2 * t * bracket


class Stream:
    def __init__(self, seed):
        self.seed, self.drawn = seed, 0

    def word(self):
        block, place = divmod(self.drawn, 4)
        self.drawn += 1
        return philox([block & MASK, block >> 32, 0, 0], [self.seed & MASK, self.seed >> 32])[place]

    def long_word(self):
        high = self.word()
        return high << 32 | self.word()

    def rand(self):
        return (self.long_word() >> 11) * 2.0**-53

    def rand32(self):
        return (self.long_word() >> 40) * 2.0**-24

    def randn(self):
        while True:
            u, v = 2 * self.rand() - 1, 2 * self.rand() - 1
            s = u * u + v * v
            if 0 < s < 1:
                return u * math.sqrt(-2 * natural_logarithm(s) / s)

    def below(self, n):
        while True:
            x = self.long_word()
            if x <= 2**64 - 1 - 2**64 % n:
                return x % n

    def permutation(self, n):
        order = list(range(n))
        for i in range(n - 1, 0, -1):
            j = self.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return order


def main():
    with open(pathlib.Path(__file__).parent / "random.txt", "w") as out:
        for seed in (0, 5, 2**32, 2**64 - 1):
            stream = Stream(seed)
            draws = {
                "rand": [stream.rand().hex() for _ in range(10)],
                "rand32": [stream.rand32().hex() for _ in range(10)],
                "randn": [stream.randn().hex() for _ in range(20)],
                "randint": [stream.below(7) for _ in range(10)] + [stream.below(2**53 - 1) for _ in range(3)],
                "permutation": stream.permutation(20),
                "subseed": [stream.long_word()],
            }
            for kind, numbers in draws.items():
                print(kind, seed, *numbers, file=out)


main()
