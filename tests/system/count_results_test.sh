#!/usr/bin/env bash
# scripts/common.sh counts a JUnit file as ctest writes it: passed, failed, not started, skipped by the test itself, disabled.
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/common.sh"

file="$(mktemp)"
trap 'rm -f "$file"' EXIT

# expect COUNTS STATUS: what a run that wrote $file and ended with STATUS adds up to.
expect() {
  passed=0 failed=0 skipped=0
  count_results "$file" "$2"
  if [[ "$(print_counts)" != "$1" ]]; then
    echo "expected '$1', got '$(print_counts)' for:"
    cat "$file"
    exit 1
  fi
}

cat >"$file" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="(empty)" tests="7" failures="1" disabled="1" skipped="3">
	<testcase name="a" classname="a" time="0.1" status="run">
		<system-out>&lt;testcase status="fail"</system-out>
	</testcase>
	<testcase name="b" classname="b" time="0.1" status="fail">
		<failure message=""/>
		<system-out></system-out>
	</testcase>
	<testcase name="c" classname="c" time="0.1" status="notrun">
		<skipped message="SKIP_REGULAR_EXPRESSION_MATCHED"/>
	</testcase>
	<testcase name="d" classname="d" time="0.1" status="notrun">
		<skipped message="SKIP_RETURN_CODE=77"/>
	</testcase>
	<testcase name="e" classname="e" time="0" status="notrun">
		<skipped message="Unable to find executable"/>
	</testcase>
	<testcase name="f" classname="f" time="0" status="disabled">
		<system-out>Disabled</system-out>
	</testcase>
	<testcase name="g" classname="g" time="0.1" status="run">
		<system-out></system-out>
	</testcase>
</testsuite>
XML
expect "2 passed, 2 failed, 3 skipped" 8

cat >"$file" <<'XML'
<testsuite name="(empty)" tests="1" failures="0" disabled="0" skipped="0">
	<testcase name="a" classname="a" time="0.1" status="run">
	</testcase>
</testsuite>
XML
expect "1 passed, 0 failed, 0 skipped" 0
expect "1 passed, 1 failed, 0 skipped" 1 # ctest says that something failed: believe it

: >"$file"
expect "0 passed, 1 failed, 0 skipped" 0 # no results at all
