expect [1, 2] == [1, 2]
expect (1, [2, 3]) == (1, [2, 3])
expect [1, 2] / 3 ~ [0.3333, 0.6667]
expect 1 / 3 ~ 0.3333 within 1e-3
