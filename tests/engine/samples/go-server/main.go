package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	http.HandleFunc("/", func(answer http.ResponseWriter, question *http.Request) {
		fmt.Fprintf(answer, "moored at %s\n", question.URL.Path)
	})
	log.Fatal(http.ListenAndServe(":"+port, nil))
}
