# More words of the stories: documents for paper. Read after story.sh by the tests that
# look at PDFs.
#
#   print N [PROGRAM]      the jobs have N turns, in each of which a profile and a flyer can
#                          be drawn, at the moment $clock, by PROGRAM
#   fetch PATH             a PDF, as text in $pdf_text and as it is in $pdf
#   in_pdf TEXT..., not_in_pdf TEXT...
#   pages                  of the PDF fetched last; printed

pdf=$BELFRY_STATE/tmp/fetched.pdf
pdf_text=$BELFRY_STATE/tmp/fetched.txt

print() {
	local turn

	sed "s|^print_program =.*|print_program = ${2-/usr/bin/weasyprint}|" "$BELFRY_CONF" >"$BELFRY_STATE/print.conf"
	for ((turn = 0; turn < $1; turn++)); do
		BELFRY_CONF=$BELFRY_STATE/print.conf BELFRY_NOW=$clock timeout 200 "$BELFRY" work --once --only jobs \
			2>>"$BELFRY_STATE/log/print.log"
	done
}

# Lines are broken where they fit, so spaces and line ends are one.
fetch() {
	ask GET "$1"
	status 200
	header Content-Type application/pdf
	save "$pdf"
	pdftotext -enc UTF-8 "$pdf" - 2>/dev/null | tr -s ' \n\f' ' ' >"$pdf_text"
}

in_pdf() {
	local said

	for said; do
		holds_true "on paper: $said" grep -qF -e "$said" "$pdf_text"
	done
}

not_in_pdf() {
	local said

	for said; do
		is "not on paper: $said" "$(grep -cF -e "$said" "$pdf_text")" 0
	done
}

pages() {
	pdfinfo "$pdf" 2>/dev/null | awk '/^Pages:/ { print $2 }'
}
