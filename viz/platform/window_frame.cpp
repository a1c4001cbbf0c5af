#include <epoxy/gl.h>
// GLFW must not bring OpenGL headers of its own.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "viz/platform/opengl_check.hpp"
#include "viz/platform/window_frame.hpp"

namespace trust::viz {
namespace {

constexpr int frames_after_input = 4;
constexpr double longest_sleep = 0.5;  // seconds; also how fast a text cursor blinks

KeyRole role_of(int key) {
  switch (key) {
    case GLFW_KEY_LEFT_CONTROL:
    case GLFW_KEY_RIGHT_CONTROL:
      return KeyRole::control;
    case GLFW_KEY_LEFT_SHIFT:
    case GLFW_KEY_RIGHT_SHIFT:
      return KeyRole::shift;
    case GLFW_KEY_LEFT_ALT:
    case GLFW_KEY_RIGHT_ALT:
      return KeyRole::alt;
    case GLFW_KEY_LEFT_SUPER:
    case GLFW_KEY_RIGHT_SUPER:
      return KeyRole::super;
    default:
      break;
  }
  const bool spells = key <= GLFW_KEY_WORLD_2 || (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_ADD);
  return spells || key == GLFW_KEY_KP_EQUAL ? KeyRole::text : KeyRole::command;
}

std::string last_glfw_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text ? text : "unknown reason";
}

}  // namespace

// GLFW tells everything that happens in order; ImGui's back end for it would look at the mouse once a frame. Where the
// pointer is comes with its moves: asked for, it is where it has got to since.
struct WindowFrame::Callbacks {
  static WindowFrame& of(GLFWwindow* window) { return *static_cast<WindowFrame*>(glfwGetWindowUserPointer(window)); }
  static void something(GLFWwindow* window) { of(window).frames_wanted_ = frames_after_input; }
  static void take(GLFWwindow* window, const Input& input) {
    of(window).input_.add(input);
    something(window);
  }

  static void key(GLFWwindow* window, int key, int, int action, int) {
    if (action == GLFW_REPEAT || key == GLFW_KEY_UNKNOWN) return something(window);  // ImGui repeats keys itself
    take(window, Input::key(key, role_of(key), action == GLFW_PRESS));
  }
  static void character(GLFWwindow* window, unsigned int letter) { take(window, Input::character(letter)); }
  static void button(GLFWwindow* window, int button, int action, int) {
    of(window).buttons_ += action == GLFW_PRESS ? 1 : -1;
    take(window, Input::button(button, action == GLFW_PRESS));
  }
  static void scroll(GLFWwindow* window, double x, double y) {
    take(window, Input::wheel(static_cast<float>(x), static_cast<float>(y)));
  }
  static void focus(GLFWwindow* window, int focused) { take(window, Input::focus(focused == GLFW_TRUE)); }
  static void moved(GLFWwindow* window, double x, double y) {
    take(window, Input::pointer(static_cast<float>(x), static_cast<float>(y)));
  }
  static void enter(GLFWwindow* window, int entered) {
    if (entered == GLFW_TRUE) {
      double x = 0;
      double y = 0;
      glfwGetCursorPos(window, &x, &y);
      moved(window, x, y);
    } else if (of(window).buttons_ <= 0) {  // else it is dragging something beyond the edge
      take(window, Input::pointer(nowhere, nowhere));
    }
  }
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
  while (frames_wanted_ == 0 && !input_.waiting() && !news_ && !glfwWindowShouldClose(window_)) {
    glfwWaitEventsTimeout(longest_sleep);
    if (is_typing()) break;  // a text cursor blinks
  }
  if (news_.exchange(false)) frames_wanted_ = std::max(frames_wanted_, 1);
  frames_wanted_ = std::max(0, frames_wanted_ - 1);
}

bool WindowFrame::begin() {
  wait_for_something();
  if (glfwWindowShouldClose(window_)) return false;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  input_.hand_on();
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
