2 < 3 |> str
#! syntax-operator
