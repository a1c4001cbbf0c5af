# Shared by the scripts in this folder and by .ci/run: where the tree is, how to build a preset, how to run its tests.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

jobs="${JOBS:-$(nproc)}"
# Paths relative to the tree, so that another checkout of it finds the same compilations.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS="pch_defines,time_macros"
# What the thread sanitizer cannot know about oneTBB.
export TSAN_OPTIONS="suppressions=$root/cmake/thread_sanitizer.supp"

# build_preset PRESET [TARGET...]: configures, and builds the targets (everything, if none are named).
build_preset() {
  local preset="$1"
  shift
  cmake --preset "$preset" &&
    cmake --build --preset "$preset" -j "$jobs" ${1:+--target "$@"}
}

# run_tests PRESET [CTEST-OPTION...]: runs the preset's tests and adds to the counts. Fails if a test does.
passed=0
failed=0
skipped=0
run_tests() {
  local preset="$1" results="$root/build/$1/test-results.xml" status=0
  shift
  rm -f "$results"
  ctest --test-dir "build/$preset" -j "$jobs" --output-on-failure --no-tests=error --output-junit "$results" "$@" ||
    status=$?
  count_results "$results" "$status"
  return "$status"
}

# count_results FILE STATUS: adds the results in a JUnit file to passed, failed and skipped. A test whose program could
# not be started counts as failed, and so does a run that left no results.
count_results() {
  local results="$1" status="$2" counts
  if [[ ! -s "$results" ]]; then
    failed=$((failed + 1))
    return
  fi
  counts="$(awk '
    /<testcase / { ++tests; if ($0 ~ /status="fail"/) ++failed; if ($0 ~ /status="disabled"/) ++skipped }
    /<skipped message="SKIP_/ { ++skipped; known = 1 }
    /<skipped message="/ && !/SKIP_/ && !/Disabled/ { ++failed }
    END { printf "%d %d %d", tests - failed - skipped, failed, skipped }' "$results")"
  read -r one two three <<<"$counts"
  passed=$((passed + one))
  failed=$((failed + two))
  skipped=$((skipped + three))
  if [[ "$status" -ne 0 && "$two" -eq 0 ]]; then
    failed=$((failed + 1))
  fi
}

print_counts() {
  echo "$passed passed, $failed failed, $skipped skipped"
}
