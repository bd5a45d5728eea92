/*
 * The language. One rule per level of precedence, each a loop: nothing here recurses but brackets and let, and every
 * decision is made by the next token or two, so the parser's time is linear and its stack as deep as the nesting.
 *
 * Before parsing, the splitter (Splitter.java) cuts the tokens into statements, drops line breaks inside brackets and
 * refines three tokens that need a look ahead:
 *   LABEL     a name before '='
 *   FUNCTION  the first name of f(x, y) = ...
 *   NAME      also diff, grad, hessian, jacobian, compare where they are operators of an expression: diff(u, x)
 */
grammar Adequal;

tokens { LABEL, FUNCTION }

// ---- what can be asked for

oneFormula: expression EOF;

oneDefinition: definition EOF;

oneStatement: statement EOF;

// ---- statements

statement
    : definition                                                     # define
    | expression (AT point)?                                         # value
    | DIFF expression (WRT variables | ALONG point)? (AT point)? # derivative
    | verb=(GRAD | HESSIAN | JACOBIAN) expression (WRT names)? (AT point)? # gradient
    | CHECK expression checkClause*                                  # check
    | VAR parameter (',' parameter)*                                 # declaration
    | FORGET names                                                   # forget
    | WHO                                                            # who
    | SIMPLIFY expression                                            # simplify
    | PLOT plotted plotClause*                                       # plot
    | REPORT expression (AT point)? (TO STRING)?                     # report
    | HELP unread                                                    # help
    | QUIT                                                           # quit
    | MINIMIZE expression minimizeClause* (AS NAME)?                 # minimize
    | LOAD STRING AS NAME (',' NAME)? (WITH setting (',' setting)*)? # load
    | EXPORT verb=(GRAD | HESSIAN)? expression AS NAME (TO STRING)?  # export
    | SAVE STRING                                                    # save
    | verb=(COMPARE | EXPLAIN) unread                                # unavailable
    ;

definition
    : LABEL '=' expression
    | FUNCTION '(' parameters (';' parameters)? ')' '=' expression
    ;

parameters: parameter (',' parameter)*;

parameter: NAME ('[' size (',' size)* ']')?;

size: NAME | NUMBER;

variables: NAME (',' (NAME | NUMBER))*;

names: NAME (',' NAME)*;

checkClause
    : AT point
    | ON range (',' range)*
    | WITH named (',' named)*
    | CLAIMING point
    | AGAINST NAME? STRING
    ;

plotted
    : GRAD expression
    | kind=NAME of=NAME expression
    | expression (',' expression)*
    ;

plotClause
    : AT point
    | ON range (',' range)*
    | WITH plotOption (',' plotOption)*
    | TO STRING
    ;

plotOption
    : named
    | NAME AT place
    ;

place: named | expression;

minimizeClause
    : FROM point
    | WRT names
    | BY method
    | WITH setting (',' setting)*
    ;

method: NAME ('-'? NAME)*;

setting: LABEL '=' expression ('..' expression)?;

point
    : named (',' named)*
    | '(' named (',' named)* ')'
    | expression
    ;

named: LABEL '=' expression;

range: LABEL '=' expression '..' expression;

unread: ~EOF*;

// ---- expressions, from low to high precedence

expression: disjunction (FOR disjunction)*;

disjunction: conjunction (OR conjunction)*;

conjunction: negation (AND negation)*;

negation: NOT* comparison;

comparison: sum (('<' | '<=' | '≤' | '>' | '>=' | '≥' | '==' | '!=' | '≠') sum)*;

sum: product (('+' | '-') product)*;

product: signed (('*' | '/' | '@') signed)*;

signed: ('+' | '-')* power;

power: postfix (('^' | '**') ('+' | '-')* postfix)*;

postfix: primary suffix*;

suffix
    : '[' index (',' index)* ']'
    | TRANSPOSE
    | MEMBER
    ;

index
    : expression (colon=':' expression?)?
    | colon=':' expression?
    ;

primary
    : NUMBER                                                         # numeral
    | NAME call?                                                     # name
    | IF '(' expression (',' expression)* ')'                        # if
    | PIECEWISE '(' expression (',' expression)* ')'                 # piecewise
    | '(' expression (',' expression)* ')'                           # brackets
    | '[' expression (',' expression)* ']'                           # array
    | LET binding (',' binding)* IN disjunction                      # let
    ;

call: '\''* '(' (argument (',' argument)*)? ')';

argument: (LABEL '=')? expression;

binding: LABEL '=' expression;

// ---- tokens

AND: 'and';
OR: 'or';
NOT: 'not';
IF: 'if';
PIECEWISE: 'piecewise';
LET: 'let';
IN: 'in';
FOR: 'for';
AT: 'at';
ON: 'on';
WRT: 'wrt';
ALONG: 'along';
WITH: 'with';
FROM: 'from';
TO: 'to';
BY: 'by';
AS: 'as';
CLAIMING: 'claiming';
AGAINST: 'against';

VAR: 'var';
DIFF: 'diff';
GRAD: 'grad';
HESSIAN: 'hessian';
JACOBIAN: 'jacobian';
CHECK: 'check';
COMPARE: 'compare';
EXPLAIN: 'explain';
REPORT: 'report';
SIMPLIFY: 'simplify';
MINIMIZE: 'minimize';
PLOT: 'plot';
EXPORT: 'export';
LOAD: 'load';
SAVE: 'save';
FORGET: 'forget';
WHO: 'who';
HELP: 'help';
QUIT: 'quit';

NUMBER: ([0-9]+ ('.' [0-9]+)? | '.' [0-9]+) ([eE] [+-]? [0-9]+)?;
NAME: [\p{L}_] [\p{L}\p{M}\p{Nd}_]*;
TRANSPOSE: '.T';
MEMBER: '.' [\p{L}_] [\p{L}\p{M}\p{Nd}_]*;
STRING: '"' ~["\r\n]* '"';
UNCLOSED_STRING: '"' ~["\r\n]*;

LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
COMMA: ',';
SEMICOLON: ';';
COLON: ':';
ASSIGN: '=';
PRIME: '\'';
DOTS: '..';
PLUS: '+';
MINUS: '-';
TIMES: '*';
OVER: '/';
MATRIX: '@';
CARET: '^';
POWER: '**';
LESS: '<';
LESS_OR_EQUAL: '<=';
LESS_OR_EQUAL_SIGN: '≤';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
GREATER_OR_EQUAL_SIGN: '≥';
EQUAL: '==';
NOT_EQUAL: '!=';
NOT_EQUAL_SIGN: '≠';

NEWLINE: '\r'? '\n' | '\r';
SPACE: [\p{Zs}\t\f\uFEFF]+ -> skip;
COMMENT: '#' ~[\r\n]* -> skip;
UNKNOWN: .;
