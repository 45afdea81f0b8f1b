# the text is what counts here, so it is printed into strings
expect str(0.09003057) == "0.0900"
expect str(2.99999999) == "3.0000"
expect str(0.1 + 0.2) == "0.3000"
expect str(2 / 3) == "0.6667"
expect str(123456.789012) == "123456.7890"
