// Package review gives a reviewer what a workbook alone cannot: whether a workbook that
// came back is as it was written, which inputs were changed and what that does to the
// ask, and how two plans or workbooks differ, the differences that matter most first.
//
// A workbook holds the plan it was written from (its seal). Verify writes the workbook
// anew from that plan and holds the two against each other, cell by cell: a cell to be
// changed that holds another figure is an edit; a formula, a fixed figure or text, or a
// sheet that is not as written is tampering; a figure that its formula does not give is
// told as well. Saving in another program changes how formulas are spelled, not what they
// say, and is no change.
//
// Limits: without a signature nobody can tell who wrote the workbook, seal and all. A
// workbook of another version of the program may be laid out otherwise; the report then
// says so before anything else.
package review
