f"{4.0:d}"  #> "4"
f"{4.5:d}"
#! type-format
