# Every task of Remit. `make` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

MAVEN := ./mvnw --batch-mode
CHECKS := openapi-check clients-check document-check k8s-check fuzz-check gates-check rules-check crash-check repeat-check siege-check fairness-check examples-check delivery-check
APPS := contracts-service tickets-service billing-service notifications-service gateway
SOURCES := $(shell find pom.xml */pom.xml .mvn */src/main api/remit.yaml -print 2>/dev/null)
RUNNABLE := stack/target/remit-stack.jar k8s/target/remit-k8s.jar $(APPS:%=%/target/quarkus-app/quarkus-run.jar)
STACK = "$$(./mvnw --java-home)/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar .remit/launch/remit-stack.jar

##@ Run
.PHONY: run up down reset token tenant clock dev
run: .remit/built ## Build what changed, start everything, stay until Ctrl-C
	@exec $(STACK) run
up: .remit/built ## The same in the background; returns once everything is healthy
	@$(STACK) up
down: .remit/launch/remit-stack.jar ## Stop what `up` or `run` started
	@$(STACK) down
reset: .remit/launch/remit-stack.jar ## Stop, and drop all data, logs and secrets; fetched tools stay
	@$(STACK) reset
token: .remit/launch/remit-stack.jar ## Print an access token: USER=desk or CLIENT=psa-sync
	@$(STACK) token $(if $(CLIENT),client "$(CLIENT)",user "$(WHO)")
tenant: .remit/launch/remit-stack.jar ## Make an MSP: NAME="Acme IT" OWNER=ann@acme.example
	@$(STACK) tenant "$(NAME)" "$(OWNER)"
clock: .remit/launch/remit-stack.jar ## Move the demo tenant's clock: NOW=2026-06-20T21:30:00Z
	@$(STACK) clock "$(NOW)"

dev: .remit/launch/remit-stack.jar ## Run one service in dev mode in the place of the running stack's: SERVICE=billing
	@$(STACK) dev "$(SERVICE)"

# The shell's own USER is whoever is logged in, not who the token is for.
WHO = $(if $(filter command%,$(origin USER)),$(USER),owner)

CORE ?= 0

##@ Build and test
.PHONY: check test verify format bench bench-gateway bench-intake images openapi mutation-check $(CHECKS)
check: ## Format, lint, copies, compile, engine tests, manifests and house rules: under 90 seconds
	@$(MAVEN) -q -T 2 spotless:check test pmd:aggregate-cpd-check -Dtest='dev/remit/engines/**,dev/remit/psa/**,dev/remit/house/**,dev/remit/k8s/**' -Dsurefire.failIfNoSpecifiedTests=false
	@echo 'check: passed'
test: .remit/launch/remit-stack.jar ## All tests, three modules at a time, one MySQL for all
	@$(STACK) with-mysql $(MAVEN) -T 3 spotless:check verify
verify: test $(CHECKS) ## test, and every *-check
format: ## Rewrite the sources in the house format
	@$(MAVEN) -q spotless:apply
openapi: .remit/built ## Publish each service's API document in api/, and all of them together as api/remit.yaml
	@for service in contracts tickets billing notifications; do cp "$$service-service/target/openapi/openapi.yaml" "api/$$service.yaml"; done
	@rm -rf gateway/target/openapi; $(MAVEN) -q -pl gateway test -Dtest=PublishedDocumentTest >gateway/target/published.log 2>&1 || cp gateway/target/openapi/openapi.yaml api/remit.yaml || { cat gateway/target/published.log; exit 1; }
openapi-check: .remit/built ## Fail when api/ is not what the services say of themselves
	@for service in contracts tickets billing notifications; do diff -u "api/$$service.yaml" "$$service-service/target/openapi/openapi.yaml" || { echo 'openapi-check: review the difference, then make openapi' >&2; exit 1; }; done
	@$(MAVEN) -q -pl gateway test -Dtest=PublishedDocumentTest
clients-check: ## Lint the API document, generate clients in four languages, compile them and tell the office move with three of them
	@clients/check
document-check: ## Call every operation as each role with what the API document allows and forbids: ROLES=owner,desk; ONLY="a word of the path"
	@$(if $(ROLES),ROLES=$(ROLES)) $(if $(ONLY),ONLY="$(ONLY)") clients/document/check
bench: ## Measure the engines on one core, results checked: ONLY=Rating runs those, CORE=1 pins them there
	@$(MAVEN) -q -pl engines,bench compile dependency:build-classpath -Dmdep.outputFile=target/classpath
	@cd bench && $(if $(shell command -v taskset),taskset -c $(CORE)) "$$(../mvnw --java-home)/bin/java" -cp "target/classes:$$(cat target/classpath)" \
		dev.remit.bench.Benchmarks $(ONLY)
bench-gateway: .remit/built ## The gateway beside nginx and HAProxy, same upstream, one core each, answers checked: ROUNDS=5 CORE=0
	@$(if $(ROUNDS),ROUNDS=$(ROUNDS)) CORE=$(CORE) bench/gateway
bench-intake: ## Store and rule 1,000 tickets that 16 clients send at once, beside plain JDBC: CODE=OPTIMISED compiles as the images do, WARM_UP=2000
	@$(MAVEN) -q package -am -pl journeys -Dtest=IntakeBench -Dsurefire.failIfNoSpecifiedTests=false $(CODE:%=-Dintake.code=%) $(WARM_UP:%=-Dintake.warm-up=%)
images: .remit/built ## Build the container images with docker, podman or buildah
	@images/build
k8s-check: .remit/built ## Play the one-node overlay with podman: the office move, each pod killed once
	@k8s/check
fuzz-check: ## Random requests to every operation through the gateway: CASES=20000 SEED=…
	@$(MAVEN) -q package -am -pl journeys -Dtest=FuzzCheck -Dsurefire.failIfNoSpecifiedTests=false $(CASES:%=-Dfuzz.cases=%) $(SEED:%=-Dfuzz.seed=%)
gates-check: ## Break each gate of the build once and see it close
	@house-rules/prove-gates
mutation-check: ## Change the engines an instruction at a time and see tests notice: PACKAGE=rating tries that one
	@$(MAVEN) -q -pl engines test-compile pitest:mutationCoverage $(PACKAGE:%='-Dmutation.classes=dev.remit.engines.%.*')
rules-check: ## Break each rule of the engines once and see a test fail; ONLY="a word of its name" tries those
	@house-rules/prove-rules $(ONLY)
crash-check: ## Kill -9 services and MySQL under load, then prove that nothing is lost or doubled: ROUNDS=50 SEED=… MINUTES=40
	@$(MAVEN) -q package -am -pl journeys -Dtest=CrashCheck -Dsurefire.failIfNoSpecifiedTests=false $(ROUNDS:%=-Dcrash.rounds=%) $(SEED:%=-Dcrash.seed=%) $(MINUTES:%=-Dcrash.minutes=%)
siege-check: ## Flood the gateway in nine ways for MINUTES=10 while the MSP next door works and measures; ONLY="a word" picks floods by their names
	@$(MAVEN) -q package -am -pl journeys -Dtest=SiegeCheck -Dsurefire.failIfNoSpecifiedTests=false $(MINUTES:%=-Dsiege.minutes=%) $(if $(ONLY),-Dsiege.only="$(ONLY)")
fairness-check: ## Fill one MSP with 30,000 tickets and 10,000 lines while the MSP next door works and measures: MINUTES=4
	@$(MAVEN) -q package -am -pl journeys -Dtest=FairnessCheck -Dsurefire.failIfNoSpecifiedTests=false $(MINUTES:%=-Dfairness.minutes=%)
examples-check: ## Compute the signed worked examples of the demo world again, as operators do before a release
	@$(MAVEN) -q package -am -pl journeys -Dtest=ExamplesCheck -Dsurefire.failIfNoSpecifiedTests=false
delivery-check: .remit/launch/remit-stack.jar ## Send 200 webhooks a second to 50 receivers, of which five hang, compiled as a service is: SECONDS=20
	@$(STACK) with-mysql $(MAVEN) -q test -am -pl notifications-service -Dtest=HangingReceiversCheck -Dsurefire.failIfNoSpecifiedTests=false -Dtest.compiler=-XX:+TieredCompilation $(SECONDS:%=-Ddelivery.seconds=%)
repeat-check: .remit/launch/remit-stack.jar ## Deliver a restless ticket twice, shuffled and at once, in SEQUENCES=5000 orders: SEED=…
	@$(STACK) with-mysql $(MAVEN) -q package -am -pl journeys -Dtest=RepeatIsHarmless -Dsurefire.failIfNoSpecifiedTests=false -Dremit.repeat.sequences=$(or $(SEQUENCES),5000) $(SEED:%=-Dremit.repeat.seed=%)

##@ Help
.PHONY: help
help: ## List the targets
	@awk 'BEGIN {FS = ":.*## "} /^##@ / {printf "\n%s\n", substr($$0, 5)} /^[a-z0-9-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Of what a build says: each module as its turn comes, warnings left out, and whatever went wrong.
EACH_MODULE = awk '/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$$/ {n = $$NF; sub(/^\[INFO\] Building /, ""); sub(/ [0-9].*/, ""); \
	print "  " n " " $$0; fflush()} /^\[ERROR\]/ {print; fflush()}'

# Maven is asked only when a source is newer than the last build, or something that it makes is gone.
.remit/built: $(SOURCES) $(if $(filter-out $(wildcard $(RUNNABLE)),$(RUNNABLE)),FORCE)
	@echo 'Building what changed, module by module …'
	@$(MAVEN) -T 3 package -Dmaven.test.skip=true -am -pl stack,k8s,$(subst $() ,$(shell echo ,),$(APPS)) | $(EACH_MODULE)
	@$(MAKE) -s launch
	@mkdir -p .remit && touch $@

.remit/launch/remit-stack.jar: $(shell find pom.xml stack/pom.xml stack/src/main -print)
	@$(MAVEN) -q package -Dmaven.test.skip=true -pl stack
	@$(MAKE) -s launch

# A copy, so that a later build does not pull the jar from under a running stack.
.PHONY: launch FORCE
launch:
	@rm -rf .remit/launch && mkdir -p .remit/launch && cp -R stack/target/remit-stack.jar stack/target/lib .remit/launch/
FORCE:
