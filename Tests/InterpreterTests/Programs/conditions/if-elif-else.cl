def sign_of(x):
    if x > 0: return "positive"
    elif x < 0: return "negative"
    else: return "zero"
sign_of(3)  #> "positive"
sign_of(-3)  #> "negative"
sign_of(0)  #> "zero"
