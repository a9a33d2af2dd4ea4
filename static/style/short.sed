# What the sheets of static/style are put together with: no comments, no blanks
# that only people read. Blanks within a selector and around + and - stay: they
# mean something.
:all
$!{
	N
	b all
}
s,/\*([^*]|\*+[^*/])*\*+/,,g
s/[[:space:]]+/ /g
s/ ?([{};,>]) ?/\1/g
s/: /:/g
s/\* \+ \*/*+*/g
s/;\}/}/g
s/^ //
