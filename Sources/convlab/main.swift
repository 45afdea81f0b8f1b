print("convlab")
