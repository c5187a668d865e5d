# Sanitizers, coverage, and what every compilation shares. Set here rather than in CMAKE_CXX_FLAGS
# so that the checks CMake runs at configure time stay plain programs.
add_library(claudestep_flags INTERFACE)
target_link_options(claudestep_flags INTERFACE -Wl,--as-needed)
# Objects do not tell where they were built: two build folders make the same, and a compiler cache
# serves both.
target_compile_options(claudestep_flags INTERFACE "-ffile-prefix-map=${PROJECT_BINARY_DIR}=.")

# g++ tidies its memory every few megabytes, a tenth of its time with several files in one.
if(CMAKE_UNITY_BUILD)
  target_compile_options(claudestep_flags INTERFACE
    "$<$<COMPILE_LANG_AND_ID:CXX,GNU>:--param=ggc-min-heapsize=1000000>")
endif()

if(CLAUDESTEP_SANITIZE)
  target_compile_options(claudestep_flags INTERFACE
    -fsanitize=${CLAUDESTEP_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(claudestep_flags INTERFACE -fsanitize=${CLAUDESTEP_SANITIZE})
  # A null or vanished object shows at its address anyway, and asking before every access is a
  # third of the time that such a build takes.
  if(CLAUDESTEP_SANITIZE MATCHES "address.*undefined")
    target_compile_options(claudestep_flags INTERFACE -fno-sanitize=null,object-size,vptr)
  endif()
endif()

if(CLAUDESTEP_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "CLAUDESTEP_FUZZ needs clang: use the preset fuzz")
  endif()
  target_compile_options(claudestep_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(claudestep_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(CLAUDESTEP_COVERAGE)
  target_compile_options(claudestep_flags INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(claudestep_flags INTERFACE --coverage)
endif()
