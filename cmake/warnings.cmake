# The warnings every target of ours is built with: GCC 12 and clang 14 both stay silent.
add_library(claudestep_warnings INTERFACE)
target_compile_options(claudestep_warnings INTERFACE
  -Wall
  -Wextra
  -Wpedantic
  -Wshadow
  -Wconversion
  -Wsign-conversion
  -Wcast-qual
  -Wformat=2
  -Wimplicit-fallthrough
  -Wundef
  -Wunused
  "$<$<COMPILE_LANGUAGE:CXX>:-Wcast-align;-Wnon-virtual-dtor;-Wold-style-cast;-Woverloaded-virtual;-Wextra-semi>"
  "$<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wduplicated-branches;-Wduplicated-cond;-Wlogical-op;-Wuseless-cast>")
if(CLAUDESTEP_WERROR)
  target_compile_options(claudestep_warnings INTERFACE -Werror)
endif()
