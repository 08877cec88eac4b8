#include "go_asm.h"
#include "textflag.h"

// Each loop takes eight draws at a time, in four registers of two. A column holds a
// multiple of eight (blockSize).

// COLUMNS(name, OP): out = x OP y
#define COLUMNS(name, OP) \
TEXT name(SB), NOSPLIT, $0-24; \
	MOVQ   out+0(FP), DI; \
	MOVQ   x+8(FP), SI; \
	MOVQ   y+16(FP), DX; \
	MOVQ   $(const_blockSize/8), CX; \
next: \
	MOVUPD (SI), X0; \
	MOVUPD 16(SI), X1; \
	MOVUPD 32(SI), X2; \
	MOVUPD 48(SI), X3; \
	MOVUPD (DX), X4; \
	MOVUPD 16(DX), X5; \
	MOVUPD 32(DX), X6; \
	MOVUPD 48(DX), X7; \
	OP     X4, X0; \
	OP     X5, X1; \
	OP     X6, X2; \
	OP     X7, X3; \
	MOVUPD X0, (DI); \
	MOVUPD X1, 16(DI); \
	MOVUPD X2, 32(DI); \
	MOVUPD X3, 48(DI); \
	ADDQ   $64, SI; \
	ADDQ   $64, DX; \
	ADDQ   $64, DI; \
	DECQ   CX; \
	JNZ    next; \
	RET

COLUMNS(·addColumns, ADDPD)
COLUMNS(·subColumns, SUBPD)
COLUMNS(·mulColumns, MULPD)
COLUMNS(·minColumns, MINPD)
COLUMNS(·maxColumns, MAXPD)

// ONE(name, OP): out = x OP k
#define ONE(name, OP) \
TEXT name(SB), NOSPLIT, $0-24; \
	MOVQ     out+0(FP), DI; \
	MOVQ     x+8(FP), SI; \
	MOVSD    k+16(FP), X4; \
	UNPCKLPD X4, X4; \
	MOVQ     $(const_blockSize/8), CX; \
next: \
	MOVUPD   (SI), X0; \
	MOVUPD   16(SI), X1; \
	MOVUPD   32(SI), X2; \
	MOVUPD   48(SI), X3; \
	OP       X4, X0; \
	OP       X4, X1; \
	OP       X4, X2; \
	OP       X4, X3; \
	MOVUPD   X0, (DI); \
	MOVUPD   X1, 16(DI); \
	MOVUPD   X2, 32(DI); \
	MOVUPD   X3, 48(DI); \
	ADDQ     $64, SI; \
	ADDQ     $64, DI; \
	DECQ     CX; \
	JNZ      next; \
	RET

ONE(·addToColumn, ADDPD)
ONE(·mulColumn, MULPD)
ONE(·divColumn, DIVPD)
ONE(·minColumn, MINPD)
ONE(·maxColumn, MAXPD)

// func subColumnFrom(out, x *column, k float64): out = k − x
TEXT ·subColumnFrom(SB), NOSPLIT, $0-24
	MOVQ     out+0(FP), DI
	MOVQ     x+8(FP), SI
	MOVSD    k+16(FP), X4
	UNPCKLPD X4, X4
	MOVQ     $(const_blockSize/4), CX

next:
	MOVUPD (SI), X0
	MOVUPD 16(SI), X1
	MOVAPD X4, X2
	MOVAPD X4, X3
	SUBPD  X0, X2
	SUBPD  X1, X3
	MOVUPD X2, (DI)
	MOVUPD X3, 16(DI)
	ADDQ   $32, SI
	ADDQ   $32, DI
	DECQ   CX
	JNZ    next
	RET

// func addThreeColumns(out, x, y, z *column): out = (x + y) + z
TEXT ·addThreeColumns(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ y+16(FP), DX
	MOVQ z+24(FP), BX
	MOVQ $(const_blockSize/4), CX

next:
	MOVUPD (SI), X0
	MOVUPD 16(SI), X1
	MOVUPD (DX), X2
	MOVUPD 16(DX), X3
	MOVUPD (BX), X4
	MOVUPD 16(BX), X5
	ADDPD  X2, X0
	ADDPD  X3, X1
	ADDPD  X4, X0
	ADDPD  X5, X1
	MOVUPD X0, (DI)
	MOVUPD X1, 16(DI)
	ADDQ   $32, SI
	ADDQ   $32, DX
	ADDQ   $32, BX
	ADDQ   $32, DI
	DECQ   CX
	JNZ    next
	RET
