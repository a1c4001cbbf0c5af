#include "viz/app/wishes.hpp"

#include "viz/panels/free_file.hpp"

namespace trust::viz {

void take_picture(const PictureWish& wish, const Pixels& window, ViewState& view) {
  const std::filesystem::path file = free_file(wish.file);
  try {
    write_png(file, wish.part ? cut_out(window, *wish.part) : window);
    view.picture_problem.clear();
    view.news = "Wrote " + file.filename().string() + " into " + file.parent_path().string() + ".";
  } catch (const PlatformError& error) {
    view.picture_problem = error.what();
  }
}

}  // namespace trust::viz
