# The peer of the workbook's benchmark: XlsxWriter writes as many cells, half of
# them formulas with their values, and says how many seconds that took.
# usage: bench_xlsxwriter.py FILE CELLS
import sys
import time

import xlsxwriter

COLUMNS, ROWS = 20, 500

path, cells = sys.argv[1], int(sys.argv[2])
began = time.perf_counter()
book = xlsxwriter.Workbook(path, {"constant_memory": True})
number = book.add_format({"num_format": "#,##0.00"})
written = 0
while written < cells:
    sheet = book.add_worksheet()
    for row in range(ROWS):
        for column in range(COLUMNS):
            if written == cells:
                break
            if column % 2:
                sheet.write_formula(row, column, "=ROUND(A1*1.05,2)", number, written / 7)
            else:
                sheet.write_number(row, column, written / 7, number)
            written += 1
book.close()
print(time.perf_counter() - began)
