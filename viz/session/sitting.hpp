// The what-if as a document: the text of a scenario file. Every edit is an edit of that text, which the ordinary loader
// then reads, so that what is shown is what the file says and `trustsim compare` finds the same from the saved file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "models/parameters.hpp"
#include "scenarios/scenario.hpp"
#include "viz/session/commands.hpp"

namespace trust::viz {

/// Two scenarios, the baseline and what one makes of it, with every step undone and done again at will. Days count from
/// 1, the last is the scenario's. Not for several threads at a time; the scenarios that it hands out never change.
class Sitting {
 public:
  /// Which run of edits belongs together, such as the moves of one drag: consecutive edits of the same kind with the
  /// same gesture are one step of undo. 0 is never part of another.
  using Gesture = std::uint64_t;

  /// Opens a scenario, or a sitting that was saved: a scenario with [scenario] `baseline`. Throws InputError.
  explicit Sitting(const std::filesystem::path& file);

  /// Starts from a scenario that was read already, with whatever options did to it. Where its text does not say all of
  /// it (it was made in code, or has settings that no file has), edits go on top of its plan; it then can be saved only
  /// as far as a file can say it. What was read from a saved sitting is that sitting.
  explicit Sitting(Scenario read);

  ~Sitting();
  Sitting(Sitting&&) noexcept;
  Sitting& operator=(Sitting&&) noexcept;

  /// Neither is null. The same pointer while nothing is edited, and each the same pointer until it becomes another.
  const std::shared_ptr<const Scenario>& baseline() const;
  const std::shared_ptr<const Scenario>& what_if() const;

  bool edited() const;   // the what-if's document is not the baseline's
  bool unsaved() const;  // the what-if is not what was opened or saved last

  // Edits. Each throws InputError with every mistake and nothing changed; its file is the sitting's name.

  /// Adds what `words` say, "KIND" or "KIND:option=value,..." as --what-if takes them; from that day on where they say
  /// no day of their own. `people`, by id: whom it is about, in place of what the words say.
  void add(const std::string& words, int first_day_if_absent, const std::vector<std::string>& people = {});

  /// Moving keeps the length and turns `after` into `from`; a last day alone stretches or shortens. Days are brought
  /// into 1 .. days.
  void change(const ChangeLane& change, Gesture gesture = 0);

  /// An empty text takes the option out of the file.
  void set_option(const SetLaneOption& option);
  void remove(std::size_t lane);

  /// Everyone's lever from that day to the end, to six digits, in place of what the hand set for later days; days
  /// before stay as they are.
  void set_lever(Lever lever, float value, int from_day, Gesture gesture = 0);

  /// From that day on the hand has no hold on the lever. Nothing changes where it has none.
  void reset_lever(Lever lever, int from_day);

  void clear();  // the what-if becomes the baseline
  void set_seed(std::uint64_t seed);

  /// As --what-if takes it: KIND[:options] and a plan file are added, a scenario file becomes the what-if.
  void set_what_if(const std::string& word);

  // False where there is nothing to undo or to do again.
  bool undo();
  bool redo();

  /// Everything that is shown of it.
  SittingState state() const;

  /// Whether the hand holds the lever on that day.
  bool holds(Lever lever, int day) const;

  /// The what-if as a whole scenario file, as save() would write it beside the baseline's file.
  std::string text() const;

  /// Writes the what-if as a whole scenario file, or nothing at all. Throws InputError where it cannot be written, and
  /// where the file is the baseline's own.
  void save(const std::filesystem::path& file);

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace trust::viz
