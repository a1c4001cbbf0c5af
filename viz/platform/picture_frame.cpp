#include "viz/platform/picture_frame.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <epoxy/egl.h>
#include <epoxy/gl.h>
#include <imgui.h>
#include <stb_image_write.h>

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "viz/platform/opengl_check.hpp"

namespace trust::viz {

// The OpenGL context and the texture that is drawn into.
class PictureFrame::Surface {
 public:
  explicit Surface(FrameSize size) {
    require_libraries({"libEGL.so.1", "libGL.so.1"});
    open_display();
    make_context();
    make_target(size);
  }

  ~Surface() {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    eglTerminate(display_);
  }

  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;

 private:
  [[noreturn]] static void fail(const char* what) {
    throw PlatformError(std::string(what) + " (EGL without a display; on Debian: libegl1 libgl1-mesa-dri)");
  }

  void open_display() {
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
      fail("this EGL has no surfaceless platform");
    }
    display_ = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    if (display_ == EGL_NO_DISPLAY || !eglInitialize(display_, nullptr, nullptr)) fail("EGL does not start");
  }

  void make_context() {
    eglBindAPI(EGL_OPENGL_API);
    const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    eglChooseConfig(display_, wanted, &config, 1, &found);
    const EGLint version[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    if (found > 0) context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, version);
    const bool ready = context_ != EGL_NO_CONTEXT && eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_);
    if (!ready) fail("OpenGL 3.3 is not available");
  }

  void make_target(FrameSize size) {
    GLuint texture = 0;
    GLuint target = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glGenFramebuffers(1, &target);
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
      fail("a picture of that size cannot be drawn");
  }

  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
};

PictureFrame::PictureFrame(FrameSize size, float scale)
    : size_(size), surface_(std::make_unique<Surface>(size)), context_(scale) {
  if (!ImGui_ImplOpenGL3_Init("#version 330")) throw PlatformError("OpenGL's functions cannot be loaded");
}

PictureFrame::~PictureFrame() { ImGui_ImplOpenGL3_Shutdown(); }

bool PictureFrame::begin() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(size_.width), static_cast<float>(size_.height)};
  io.DeltaTime = 1.0F / 60;  // not the clock: the same picture every time
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  return true;
}

void PictureFrame::end() {
  ImGui::Render();
  glViewport(0, 0, size_.width, size_.height);
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glFinish();
}

void PictureFrame::set_scale(float scale) {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  context_.set_scale(scale);
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

std::vector<std::uint8_t> PictureFrame::pixels() const {
  const auto row = static_cast<std::size_t>(size_.width) * 4;
  const auto rows = static_cast<std::size_t>(size_.height);
  std::vector<std::uint8_t> data(row * rows);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size_.width, size_.height, GL_RGBA, GL_UNSIGNED_BYTE, data.data());
  for (std::size_t y = 0; y < rows / 2; ++y) {  // OpenGL has the lowest row first
    std::swap_ranges(data.begin() + static_cast<std::ptrdiff_t>(y * row),
                     data.begin() + static_cast<std::ptrdiff_t>((y + 1) * row),
                     data.begin() + static_cast<std::ptrdiff_t>((rows - 1 - y) * row));
  }
  for (std::size_t alpha = 3; alpha < data.size(); alpha += 4) data[alpha] = 255;
  return data;
}

void PictureFrame::save_png(const std::filesystem::path& file) const {
  const auto data = pixels();
  std::filesystem::path temporary = file;
  temporary += ".part";
  std::ofstream out(temporary, std::ios::binary);
  const auto write = [](void* stream, void* bytes, int count) {
    static_cast<std::ofstream*>(stream)->write(static_cast<const char*>(bytes), count);
  };
  stbi_write_png_to_func(write, &out, size_.width, size_.height, 4, data.data(), size_.width * 4);
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(temporary, file, error);
  if (out && !error) return;
  std::filesystem::remove(temporary, error);
  throw PlatformError(file.string() + ": cannot be written");
}

}  // namespace trust::viz
