// Reads a ticket whose state this version does not know, with the clients of both generators.
package main

import (
	"encoding/json"
	"log"
	"os"

	"remit.local/clients/oapi"
	"remit.local/clients/remit"
)

func main() {
	answer, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var one remit.Ticket
	if err := json.Unmarshal(answer, &one); err != nil || one.State != "PARKED" || len(one.WorkItems) != 1 {
		log.Fatal("openapi-generator read ", one, err)
	}
	var other oapi.Ticket
	if err := json.Unmarshal(answer, &other); err != nil || other.State != "PARKED" || len(other.WorkItems) != 1 {
		log.Fatal("oapi-codegen read ", other, err)
	}
}
