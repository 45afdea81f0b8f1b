---
title: Pooling
digits: 4
seed: 5
---
# Max pooling

$$ y_{ij} = \max_{0 \le a,b < k} x_{si+a,\,sj+b} $$

```cl {id=slide-pool slide="S1-44 S1-46"}
x = [[200, 150, 150], [100, 50, 100], [25, 25, 10]]
max_pool2d(x, 3)
#> [[200]]
avg_pool2d(x, 3)        #> [[90]]
```

Odd sizes do not fit. Read the message:

```cl
max_pool2d(zeros(5, 5), 2, strict=True)
#! pool-fit: 5 columns
```

```cl {exercise=pool1d}
def pool1d(x, k):
    # x has n numbers; return the floor(n/k) window maxima
    ...
```
```cl {test=pool1d points=1 name="even length"}
pool1d([1, 5, 2, 4], 2)
#> [5, 4]
```
```cl {test=pool1d points=2 hidden name="odd length"}
pool1d([1, 5, 2, 4, 9], 2)
#> [5, 4]
```
```hint {for=pool1d after=1}
How many whole windows fit?
```
```solution {for=pool1d}
def pool1d(x, k):
    return [max(x[i*k:(i+1)*k]) for i in range(len(x) // k)]
```
