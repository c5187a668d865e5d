# Makes claudestep::libgit2, by which src/git links libgit2.
#
# The packaged static archive with its network transports left out (libgit2_offline.c) starts in a
# sixth of the time of the shared library. Whether that works here is tried at configure time with
# libgit2_probe.c; CLAUDESTEP_LIBGIT2=auto falls back to the shared library where it does not,
# =static fails instead, =shared does not try.
#
# Sets CLAUDESTEP_LIBGIT2_STATIC_WORKS; claudestep::libgit2_static (if it works) and
# claudestep::libgit2_shared are there for the tests.
pkg_check_modules(LIBGIT2 REQUIRED IMPORTED_TARGET libgit2>=1.5)
if(NOT CLAUDESTEP_LIBGIT2 MATCHES "^(auto|static|shared)$")
  message(FATAL_ERROR "CLAUDESTEP_LIBGIT2 must be auto, static or shared, not "
    "'${CLAUDESTEP_LIBGIT2}'")
endif()

add_library(claudestep_libgit2_shared INTERFACE)
add_library(claudestep::libgit2_shared ALIAS claudestep_libgit2_shared)
target_link_libraries(claudestep_libgit2_shared INTERFACE PkgConfig::LIBGIT2)

# The archives of the static link, in link order: NAME is the file, or the library's name where a
# shared one is as good: zlib is mended by the distribution in one place, which Debian insists on, and
# costs a tenth of a start. Sets OUT to an empty list if one is missing.
function(claudestep_libgit2_archives out)
  set(found)
  foreach(name libgit2.a libmbedcrypto.a libhttp_parser.a libpcre2-8.a z)
    find_library(CLAUDESTEP_ARCHIVE_${name} NAMES ${name} HINTS ${LIBGIT2_LIBDIR})
    mark_as_advanced(CLAUDESTEP_ARCHIVE_${name})
    if(NOT CLAUDESTEP_ARCHIVE_${name})
      message(STATUS "libgit2: no ${name}, so no static link")
      set(${out} "" PARENT_SCOPE)
      return()
    endif()
    list(APPEND found "${CLAUDESTEP_ARCHIVE_${name}}")
  endforeach()
  set(${out} ${found} PARENT_SCOPE)
endfunction()

# Sets CLAUDESTEP_LIBGIT2_STATIC_WORKS in the cache, from a program really linked and run.
function(claudestep_try_static_libgit2)
  if(DEFINED CLAUDESTEP_LIBGIT2_STATIC_WORKS)
    return()
  endif()
  set(scratch "${PROJECT_BINARY_DIR}/CMakeFiles/libgit2-probe")
  file(REMOVE_RECURSE "${scratch}")
  file(MAKE_DIRECTORY "${scratch}")
  set(works OFF)
  if(archives)
    try_run(exit_code compiled "${scratch}/try"
      SOURCES
        "${PROJECT_SOURCE_DIR}/cmake/libgit2_probe.c"
        "${PROJECT_SOURCE_DIR}/cmake/libgit2_offline.c"
      LINK_OPTIONS -Wl,--as-needed
      LINK_LIBRARIES ${archives} Threads::Threads
      CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${LIBGIT2_INCLUDE_DIRS}"
      COMPILE_OUTPUT_VARIABLE compile_output
      RUN_OUTPUT_VARIABLE run_output
      ARGS "${scratch}/repository")
    if(compiled AND exit_code EQUAL 0)
      set(works ON)
    else()
      file(WRITE "${scratch}/why" "${compile_output}\n${run_output}\nexit: ${exit_code}\n")
      message(STATUS "libgit2: the static link does not work here, see ${scratch}/why")
    endif()
    unset(exit_code CACHE)
    unset(compiled CACHE)
  endif()
  set(CLAUDESTEP_LIBGIT2_STATIC_WORKS ${works} CACHE INTERNAL "The static libgit2 links and runs")
endfunction()

claudestep_libgit2_archives(archives)
claudestep_try_static_libgit2()

if(CLAUDESTEP_LIBGIT2_STATIC_WORKS)
  # The stand-ins must be objects: from an archive the linker would take them too late.
  add_library(claudestep_libgit2_offline OBJECT "${PROJECT_SOURCE_DIR}/cmake/libgit2_offline.c")
  target_include_directories(claudestep_libgit2_offline PRIVATE ${LIBGIT2_INCLUDE_DIRS})
  target_link_libraries(claudestep_libgit2_offline PRIVATE claudestep_warnings)
  add_library(claudestep_libgit2_static INTERFACE)
  add_library(claudestep::libgit2_static ALIAS claudestep_libgit2_static)
  target_include_directories(claudestep_libgit2_static SYSTEM INTERFACE ${LIBGIT2_INCLUDE_DIRS})
  target_link_libraries(claudestep_libgit2_static INTERFACE
    $<TARGET_OBJECTS:claudestep_libgit2_offline> ${archives} Threads::Threads)
endif()

if(CLAUDESTEP_LIBGIT2 STREQUAL "shared" OR
    (CLAUDESTEP_LIBGIT2 STREQUAL "auto" AND NOT CLAUDESTEP_LIBGIT2_STATIC_WORKS))
  add_library(claudestep::libgit2 ALIAS claudestep_libgit2_shared)
  set(CLAUDESTEP_LIBGIT2_KIND shared)
elseif(CLAUDESTEP_LIBGIT2_STATIC_WORKS)
  add_library(claudestep::libgit2 ALIAS claudestep_libgit2_static)
  set(CLAUDESTEP_LIBGIT2_KIND static)
else()
  message(FATAL_ERROR "CLAUDESTEP_LIBGIT2=static, but the static libgit2 does not work here")
endif()
message(STATUS "libgit2: ${LIBGIT2_VERSION}, ${CLAUDESTEP_LIBGIT2_KIND}")
