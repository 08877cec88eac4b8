' The orders lie in a text file, one a line, parts set apart by tabs:
'   open FILE | number SHEET COLUMN ROW FIGURE | like SHEET COLUMN ROW SHEET COLUMN ROW |
'   formula SHEET COLUMN ROW FORMULA | show FILE.csv | undo | paper SHEET FILE.pdf | rows FILE.txt | close
' Sheets, columns and rows are counted from 0. An undo takes back all changes since the
' last one. What every cell shows goes to a table for each sheet, FILE-<sheet>.csv. Paper
' prints one sheet; rows writes down the rows that are lower than their texts need, as
' sheet, row, height and height needed in hundredths of a millimetre.

Sub Run
	On Error Goto Failed
	Dim hidden(0) As New com.sun.star.beans.PropertyValue
	hidden(0).Name = "Hidden"
	hidden(0).Value = True
	Dim as_table(1) As New com.sun.star.beans.PropertyValue
	as_table(0).Name = "FilterName"
	as_table(0).Value = "Text - txt - csv (StarCalc)"
	as_table(1).Name = "FilterOptions" ' tabs, UTF-8, figures with all their digits, every sheet
	as_table(1).Value = "9,34,76,1,,0,false,false,false,false,false,-1"
	Dim as_paper(0) As New com.sun.star.beans.PropertyValue
	as_paper(0).Name = "FilterName"
	as_paper(0).Value = "calc_pdf_Export"
	Dim changed(99), before(99)
	changes = 0
	folder = Environ("OUTRIGGER_ORDERS")
	Open folder & "/orders.txt" For Input As #1
	Do While Not Eof(1)
		Line Input #1, order
		part = Split(order, Chr(9))
		Select Case part(0)
		Case "open"
			doc = StarDesktop.loadComponentFromURL(ConvertToURL(part(1)), "_blank", 0, hidden())
		Case "number", "like", "formula"
			cell = doc.Sheets.getByIndex(CInt(part(1))).getCellByPosition(CInt(part(2)), CLng(part(3)))
			changed(changes) = cell
			before(changes) = cell.getFormula()
			changes = changes + 1
			If part(0) = "number" Then
				cell.setValue(Val(part(4)))
			ElseIf part(0) = "formula" Then
				cell.setFormula(part(4))
			Else
				cell.setString(doc.Sheets.getByIndex(CInt(part(4))).getCellByPosition(CInt(part(5)), CLng(part(6))).getString())
			End If
		Case "show"
			If changes > 0 Then doc.calculateAll()
			doc.storeToURL(ConvertToURL(part(1)), as_table())
		Case "undo"
			For i = changes - 1 To 0 Step -1
				changed(i).setFormula(before(i))
			Next
			changes = 0
		Case "paper"
			sheet = doc.Sheets.getByIndex(CInt(part(1)))
			area = sheet.createCursor()
			area.gotoEndOfUsedArea(True)
			For i = 0 To doc.Sheets.Count - 1
				doc.Sheets.getByIndex(i).setPrintAreas(Array()) ' nothing
			Next
			sheet.setPrintAreas(Array(area.getRangeAddress()))
			doc.storeToURL(ConvertToURL(part(2)), as_paper())
		Case "rows"
			Open part(1) For Output As #3
			For i = 0 To doc.Sheets.Count - 1
				sheet = doc.Sheets.getByIndex(i)
				sheet.unprotect("")
				area = sheet.createCursor()
				area.gotoEndOfUsedArea(False)
				last = area.getRangeAddress().EndRow
				lines = sheet.getCellRangeByPosition(0, 0, 0, last).Rows
				ReDim heights(last)
				For r = 0 To last
					heights(r) = lines.getByIndex(r).Height
				Next
				lines.OptimalHeight = True
				For r = 0 To last
					height = lines.getByIndex(r).Height
					If height > heights(r) + 40 Then Print #3, i & Chr(9) & r & Chr(9) & heights(r) & Chr(9) & height
				Next
			Next
			Close #3
		Case "close"
			doc.close(True)
		End Select
	Loop
	Close #1
	said = "done"
	Goto Finish
Failed:
	said = "line " & Erl & ": " & Error(Err) & " at: " & order
Finish:
	Open folder & "/done.txt" For Output As #2
	Print #2, said
	Close #2
	StarDesktop.terminate()
End Sub
