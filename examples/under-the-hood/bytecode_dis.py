"""The bytecode of a function that adds two numbers and prints the sum."""

import dis


def add_and_print(number1, number2):
    result = number1 + number2
    print(result)


dis.dis(add_and_print)
add_and_print(3, 4)
