// What the AVX2 objects define must be theirs alone. The linker keeps one of two equal symbols: a shared inline
// function that was compiled with AVX2 could end up in the portable path and stop the program on a processor without
// it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The lines of `nm -C` that name a mergeable definition outside the AVX2 namespace.
std::vector<std::string> shared_definitions(const std::string& symbols) {
  std::vector<std::string> found;
  std::istringstream stream(symbols);
  for (std::string line; std::getline(stream, line);) {
    const bool mergeable = line.find(" W ") != std::string::npos || line.find(" V ") != std::string::npos ||
                           line.find(" u ") != std::string::npos;
    // The compiler's pointer to the handler of exceptions: data, the same whatever the instruction set.
    if (line.find(" DW.ref.") != std::string::npos) continue;
    if (mergeable && line.find("avx2::") == std::string::npos) found.push_back(line);
  }
  return found;
}

std::string symbols_of(const std::filesystem::path& object) {
  const std::string command = "nm --demangle '" + object.string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  if (pipe == nullptr) return "";
  std::string text;
  for (int letter = std::fgetc(pipe.get()); letter != EOF; letter = std::fgetc(pipe.get())) {
    text += static_cast<char>(letter);
  }
  return text;
}

std::vector<std::filesystem::path> avx2_objects() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TRUSTSIM_BINARY_DIR)) {
    const std::string path = entry.path().string();
    if (path.ends_with(".o") && path.find("_avx2.dir") != std::string::npos) found.push_back(entry.path());
  }
  return found;
}

TEST(VectorSymbols, ASharedInlineFunctionIsFound) {
  const std::string symbols =
      "0000000000000010 W trust::avx2::work(trust::DayContext const&)\n"
      "0000000000000020 T trust::avx2::schedule()\n"
      "                 U operator new(unsigned long)\n"
      "0000000000000030 W std::vector<float>::size() const\n";
  EXPECT_THAT(shared_definitions(symbols), ElementsAre("0000000000000030 W std::vector<float>::size() const"));
}

TEST(VectorSymbols, OfTheAvx2PathAreItsOwn) {
#ifndef NDEBUG
  GTEST_SKIP() << "without optimisation inline functions are not inlined; the release build is what users run";
#endif
  const std::vector<std::filesystem::path> objects = avx2_objects();
  if (objects.empty()) GTEST_SKIP() << "this build has no AVX2 path";
  for (const auto& object : objects) {
    const std::string symbols = symbols_of(object);
    EXPECT_NE(symbols.find("avx2::"), std::string::npos) << object << " shows no symbols; is nm installed?";
    EXPECT_THAT(shared_definitions(symbols), IsEmpty()) << object;
  }
}

}  // namespace
