#include <epoxy/gl.h>
// GLFW must not bring OpenGL headers of its own.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "viz/platform/opengl_check.hpp"
#include "viz/platform/window_frame.hpp"

namespace trust::viz {
namespace {

constexpr int frames_after_input = 4;
constexpr double longest_sleep = 0.5;  // seconds; also how fast a text cursor blinks

bool is_modifier(int key) { return key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER; }

std::string last_glfw_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text ? text : "unknown reason";
}

}  // namespace

// ImGui 1.86 asks GLFW for the state of keys once a frame, so that a key pressed and released in between never
// happened. Hence GLFW calls us, and we hand on at most one change of each key a frame.
struct WindowFrame::Callbacks {
  static WindowFrame& of(GLFWwindow* window) { return *static_cast<WindowFrame*>(glfwGetWindowUserPointer(window)); }
  static void something(GLFWwindow* window) { of(window).frames_wanted_ = frames_after_input; }

  static void key(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
    of(window).keys_.push_back({key, scancode, action, modifiers});
    something(window);
  }
  static void character(GLFWwindow* window, unsigned int letter) {
    ImGui_ImplGlfw_CharCallback(window, letter);
    something(window);
  }
  static void button(GLFWwindow* window, int button, int action, int modifiers) {
    ImGui_ImplGlfw_MouseButtonCallback(window, button, action, modifiers);
    something(window);
  }
  static void scroll(GLFWwindow* window, double x, double y) {
    ImGui_ImplGlfw_ScrollCallback(window, x, y);
    something(window);
  }
  static void focus(GLFWwindow* window, int focused) {
    ImGui_ImplGlfw_WindowFocusCallback(window, focused);
    something(window);
  }
  static void enter(GLFWwindow* window, int entered) {
    ImGui_ImplGlfw_CursorEnterCallback(window, entered);
    something(window);
  }
  static void moved(GLFWwindow* window, double, double) { something(window); }
  static void resized(GLFWwindow* window, int, int) { something(window); }
  static void drop(GLFWwindow* window, int count, const char** files) {
    for (int i = 0; i < count && of(window).drop_; ++i) of(window).drop_(files[i]);
    something(window);
  }
};

WindowFrame::WindowFrame(FrameSize size, float scale, const char* title) : scale_(scale) {
  require_libraries({"libGL.so.1"});
  glfwSetErrorCallback(nullptr);
  if (!glfwInit()) throw PlatformError("no window can be opened: " + last_glfw_error());
  try {
    open(size, title);
  } catch (...) {
    glfwTerminate();
    throw;
  }
}

void WindowFrame::open(FrameSize size, const char* title) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  window_ = glfwCreateWindow(size.width, size.height, title, nullptr, nullptr);
  if (!window_) throw PlatformError("no window with OpenGL 3.3 can be opened: " + last_glfw_error());
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(1);
  if (scale_ == 0) {
    float across = 1;
    glfwGetWindowContentScale(window_, &scale_, &across);
    scale_ = std::clamp(scale_, 0.5F, 4.0F);
  }
  context_ = std::make_unique<UiContext>(scale_);
  take_callbacks();
  ImGui_ImplGlfw_InitForOpenGL(window_, false);
  if (!ImGui_ImplOpenGL3_Init("#version 330")) throw PlatformError("OpenGL's functions cannot be loaded");
}

void WindowFrame::take_callbacks() {
  glfwSetWindowUserPointer(window_, this);
  glfwSetKeyCallback(window_, Callbacks::key);
  glfwSetCharCallback(window_, Callbacks::character);
  glfwSetMouseButtonCallback(window_, Callbacks::button);
  glfwSetScrollCallback(window_, Callbacks::scroll);
  glfwSetWindowFocusCallback(window_, Callbacks::focus);
  glfwSetCursorEnterCallback(window_, Callbacks::enter);
  glfwSetCursorPosCallback(window_, Callbacks::moved);
  glfwSetFramebufferSizeCallback(window_, Callbacks::resized);
  glfwSetWindowCloseCallback(window_, Callbacks::something);
  glfwSetWindowRefreshCallback(window_, Callbacks::something);
  glfwSetDropCallback(window_, Callbacks::drop);
}

WindowFrame::~WindowFrame() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  context_.reset();
  glfwTerminate();
}

void WindowFrame::wake() {
  news_ = true;
  glfwPostEmptyEvent();
}

void WindowFrame::wait_for_something() {
  glfwPollEvents();
  while (frames_wanted_ == 0 && keys_.empty() && !news_ && !glfwWindowShouldClose(window_)) {
    glfwWaitEventsTimeout(longest_sleep);
    if (ImGui::GetIO().WantTextInput) break;  // a text cursor blinks
  }
  if (news_.exchange(false)) frames_wanted_ = std::max(frames_wanted_, 1);
  frames_wanted_ = std::max(0, frames_wanted_ - 1);
}

void WindowFrame::hand_on_keys() {
  std::array<bool, GLFW_KEY_LAST + 1> changed{};
  bool pressed = false;  // a key that is no modifier
  while (!keys_.empty()) {
    const KeyChange next = keys_.front();
    const bool known = next.key >= 0 && next.key <= GLFW_KEY_LAST;
    if (known && changed[static_cast<std::size_t>(next.key)]) break;
    if (pressed && is_modifier(next.key)) break;  // Ctrl let go with S still counts for S
    if (known) changed[static_cast<std::size_t>(next.key)] = true;
    pressed = pressed || (next.action == GLFW_PRESS && !is_modifier(next.key));
    ImGui_ImplGlfw_KeyCallback(window_, next.key, next.scancode, next.action, next.modifiers);
    keys_.pop_front();
  }
}

bool WindowFrame::begin() {
  wait_for_something();
  if (glfwWindowShouldClose(window_)) return false;
  hand_on_keys();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  return true;
}

void WindowFrame::end() {
  ImGui::Render();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  glViewport(0, 0, width, height);
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (const auto handler = std::exchange(picture_, nullptr)) handler(read_pixels({width, height}));
  glfwSwapBuffers(window_);
}

void WindowFrame::set_scale(float scale) {
  scale_ = scale;
  context_->set_scale(scale);
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
  frames_wanted_ = frames_after_input;
}

}  // namespace trust::viz
