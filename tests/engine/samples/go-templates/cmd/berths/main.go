package main

import (
	_ "embed"
	"flag"
	"html/template"
	"log"
	"net/http"
	"os"
	"strings"

	"example.com/harbour/knots"
)

var version = "unknown"

//go:embed greeting.txt
var greeting string

func main() {
	listen := flag.String("listen", ":80", "address to listen at")
	flag.Parse()
	page := template.Must(template.ParseFiles("templates/berths.html"))
	http.HandleFunc("/", func(answer http.ResponseWriter, _ *http.Request) {
		page.Execute(answer, map[string]any{"Greeting": strings.TrimSpace(greeting), "Version": version,
			"Berths": os.Getenv("BERTHS"), "Wind": int(knots.FromMetres(10))})
	})
	log.Fatal(http.ListenAndServe(*listen, nil))
}
