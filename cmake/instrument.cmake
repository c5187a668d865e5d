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
    # Every access is still asked about, by a call instead of instructions of its own.
    target_compile_options(claudestep_flags INTERFACE
      "$<$<COMPILE_LANG_AND_ID:CXX,GNU>:--param=asan-instrumentation-with-call-threshold=0>"
      "$<$<BOOL:$<TARGET_PROPERTY:CLAUDESTEP_ALL_ALIGNED>>:-fno-sanitize=alignment>")
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

# claudestep_alignment(TARGET [SOURCES file...] [DEPENDS target...])
#
# Lets a sanitizer ask for alignment only where an address can be out of it: where the sources, or
# those of a target below, take bytes for something wider. Asking at every reference is a quarter of
# the time that the others take to compile.
function(claudestep_alignment target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  foreach(below IN LISTS arg_DEPENDS)
    get_target_property(aligned ${below} CLAUDESTEP_ALL_ALIGNED)
    if(NOT aligned)
      return()
    endif()
  endforeach()
  set(bytes "(const )?(char|unsigned char|std::uint8_t|Bytef)\\*>")
  foreach(source IN LISTS arg_SOURCES)
    file(STRINGS "${source}" casts REGEX "reinterpret_cast<|static_cast<[^(]*\\*>")
    list(FILTER casts EXCLUDE REGEX "_cast<${bytes}")
    if(casts)
      return()
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES CLAUDESTEP_ALL_ALIGNED ON)
endfunction()
