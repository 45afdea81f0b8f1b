x = [1, 2]
x.summ()
#! call-method: no method `summ`
