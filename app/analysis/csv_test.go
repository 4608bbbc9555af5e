package analysis

import (
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"samewire/app/ledger"
	"samewire/app/story"
)

// readTable reads a table as a stranger would, and returns its rows by column.
func readTable(t testing.TB, a *Analysis, name string) []map[string]string {
	t.Helper()
	data, err := a.CSV(name)
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(string(data))).ReadAll() // refuses rows of another length
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var rows []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = r[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestCSV holds the tables of the built-in story against its analysis.
func TestCSV(t *testing.T) {
	a := analyze(t, builtIn(t))
	readings := 0
	for _, p := range a.Passages {
		readings += len(p.Readings)
	}
	for name, want := range map[string]int{
		"articles": 4, "overlap": 12, "passages": readings, "quotations": len(a.Ledgers.Quotations),
		"figures": len(a.Ledgers.Figures), "credits": len(a.Ledgers.Credits),
	} {
		rows := readTable(t, a, name)
		if len(rows) != want || want == 0 {
			t.Errorf("%s: %d rows, want %d", name, len(rows), want)
		}
		for i, r := range rows {
			article, ok := story.ParseLetter(r["article"])
			if !ok || r["outlet"] != a.Story.Outlet(article) {
				t.Errorf("%s, row %d: article %q, outlet %q", name, i, r["article"], r["outlet"])
			}
			if r["start"] == "" {
				continue
			}
			start, _ := strconv.Atoi(r["start"])
			end, _ := strconv.Atoi(r["end"])
			if got := oneLine(a.Documents[article].Source[start:end]); got != r["text"] || got == "" {
				t.Errorf("%s, row %d: the text is %q, at its offsets stands %q", name, i, r["text"], got)
			}
		}
	}
	if data, err := a.CSV("weather"); err == nil || data != nil || !strings.Contains(err.Error(), "passages") {
		t.Errorf("a table that there isn't: %q, %v", data, err)
	}
}

// TestCSVTells looks for what a researcher would look for.
func TestCSVTells(t *testing.T) {
	a := analyze(t, builtIn(t))
	has := func(table string, want map[string]string) {
		t.Helper()
		for _, r := range readTable(t, a, table) {
			same := true
			for column, value := range want {
				same = same && strings.Contains(r[column], value)
			}
			if same {
				return
			}
		}
		t.Errorf("%s has no row with %v", table, want)
	}
	has("quotations", map[string]string{"article": "C", "rendering": "indirect", "changed": "reduce → decrease"})
	has("figures", map[string]string{"text": "27,000", "low": "27000", "high": "27000", "unit": "count"})
	has("figures", map[string]string{"text": "970 million", "unit": "money", "low": "970000000"})
	has("credits", map[string]string{"how": "agency code", "name": "Reuters", "text": "(MSFT.O)"})
	base := 0
	for _, r := range readTable(t, a, "passages") {
		if r["base"] == "yes" {
			base++
		}
	}
	if base != len(a.Passages) {
		t.Errorf("%d bases in %d passages", base, len(a.Passages))
	}
}

func TestHarmless(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "plain": "plain", "a=b": "a=b", "-3": "-3", "-0.5": "-0.5", "12": "12", "'x": "'x",
		"=1+1": "'=1+1", "+1": "'+1", "-1+cmd|' /C calc'!A0": "'-1+cmd|' /C calc'!A0", "-": "'-", "-inf": "'-inf",
		"@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "＝1": "'＝1",
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

func TestValue(t *testing.T) {
	for want, n := range map[string]ledger.Number{
		"0": {}, "27000": {Mantissa: 27, Exponent: 3}, "8.5": {Mantissa: 85, Exponent: -1}, "0.05": {Mantissa: 5, Exponent: -2},
		"-2": {Mantissa: -2}, "-0.5": {Mantissa: -5, Exponent: -1}, "0.333333": {Mantissa: 1, Divisor: 3}, "33.333333": {Mantissa: 1, Exponent: 2, Divisor: 3},
		"970000000": {Mantissa: 97, Exponent: 7},
	} {
		if got := value(n); got != want {
			t.Errorf("%+v is written %q, want %q", n, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	for want, d := range map[string]ledger.Date{
		"": {}, "2024-01-10": {Year: 2024, Month: 1, Day: 10}, "--01-10": {Month: 1, Day: 10}, "2020s": {Year: 2020, Decade: true},
		"early 2024": {Year: 2024, Part: ledger.Early}, "Wednesday": {Weekday: 3}, "2023-08-24/27": {Year: 2023, Month: 8, Day: 24, LastDay: 27},
		"--01-10 Wednesday": {Month: 1, Day: 10, Weekday: 3},
	} {
		if got := date(d); got != want {
			t.Errorf("%+v is written %q, want %q", d, got, want)
		}
	}
}

// FuzzCSV feeds foreign text into every table: each must read back as rows of
// one length without a formula, with the outlets as they went in.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"Plain", `=cmd|' /C calc'!A0`, "a \"quoted\", b", "+1", "-1", "@x", "\t=1", "line\r\nline", "\xff\x00", "\u202Eright", "＝1", " lead"} {
		f.Add(s, "“"+s+"” said the mayor, 27,000 of them. "+s)
	}
	f.Fuzz(func(t *testing.T, outlet, body string) {
		if len(body) > 3000 {
			return
		}
		text := "The company will close three of its plants by the end of May, it said. " + body
		raw := &story.Story{ID: "x", Title: outlet, Articles: []story.Article{
			{Outlet: outlet, Title: outlet, File: outlet, Text: text}, {Outlet: outlet, Text: text + " " + body},
		}}
		s, err := story.ParseJSON(raw.JSON(), "x")
		if err != nil {
			return // refused at the door
		}
		a := analyze(t, s)
		for _, name := range Tables() {
			for _, row := range readTable(t, a, name) {
				for column, cell := range row {
					if harmless(cell) != cell {
						t.Fatalf("%s: a formula in column %s: %q", name, column, cell)
					}
				}
				article, _ := story.ParseLetter(row["article"])
				if want := harmless(a.Story.Outlet(article)); row["outlet"] != want {
					t.Fatalf("%s: outlet %q, want %q", name, row["outlet"], want)
				}
			}
		}
	})
}
