#coding:iso8859-15
print(ascii("ä"))
