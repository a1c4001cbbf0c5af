// What the program can be asked to do.
#pragma once

#include "scenarios/scenario.hpp"
#include "viz/app/options.hpp"

namespace trust::viz {

/// Opens the window and stays until it is closed. Throws PlatformError.
void show_window(const Options& options, Scenario scenario);

/// Runs to the day and saves the window as PNG; returns the run's hashes as one JSON object. Needs no display and no
/// clock: the same options give the same bytes. Throws InputError and PlatformError.
std::string save_picture(const Options& options, const Scenario& scenario);

/// Runs to the day without drawing; the same JSON object.
std::string run_for_hash(const Options& options, const Scenario& scenario);

/// Draws every panel of the scenarios beside this one; prints as it goes. False where anything went wrong.
bool run_self_test(const Scenario& scenario);

}  // namespace trust::viz
