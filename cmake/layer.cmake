# claudestep_layer(NAME [DEPENDS layer...] [LIBS library...])
#
# Makes the target claudestep_NAME from src/NAME/*.cc. DEPENDS are layers below it and travel on to
# whoever links it; LIBS stay private, so that no other layer finds their headers by accident, but
# for those of base, which everybody uses. A folder without sources becomes an INTERFACE target.
# Sets CLAUDESTEP_HAS_NAME in the caller when there are sources.
function(claudestep_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS;LIBS")
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cc")
  list(TRANSFORM arg_DEPENDS PREPEND claudestep_)
  if(NOT sources)
    add_library(claudestep_${name} INTERFACE)
    target_include_directories(claudestep_${name} INTERFACE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(claudestep_${name} INTERFACE ${arg_DEPENDS} claudestep_flags)
    if(name STREQUAL "base")
      target_link_libraries(claudestep_${name} INTERFACE ${arg_LIBS})
    endif()
    return()
  endif()

  add_library(claudestep_${name} STATIC ${sources})
  file(GLOB headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.h")
  claudestep_alignment(claudestep_${name} SOURCES ${sources} ${headers} DEPENDS ${arg_DEPENDS})
  # These headers bring in std::quoted, which argument-dependent lookup prefers to ours: such a file
  # is never compiled with others. scripts/check-names goes by the same rule.
  foreach(source IN LISTS sources)
    file(STRINGS "${source}" found REGEX "^#include <(CLI/|simdjson|yaml-cpp/|filesystem>|iomanip>)")
    if(found)
      set_source_files_properties("${source}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
  endforeach()
  target_include_directories(claudestep_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(claudestep_${name}
    PUBLIC ${arg_DEPENDS} claudestep_flags
    PRIVATE claudestep_warnings)
  if(name STREQUAL "base")
    target_link_libraries(claudestep_${name} PUBLIC ${arg_LIBS})
  else()
    target_link_libraries(claudestep_${name} PRIVATE ${arg_LIBS})
  endif()
  set(CLAUDESTEP_HAS_${name} ON PARENT_SCOPE)
endfunction()

# The program, and beside it the link by which git finds it as `git claudestep`.
function(claudestep_program)
  file(GLOB main CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/main.cc")
  if(NOT main)
    message(STATUS "src/main.cc is missing: no program is built")
    return()
  endif()
  add_executable(claudestep ${main})
  target_link_libraries(claudestep PRIVATE claudestep_cli claudestep_warnings)
  add_custom_command(TARGET claudestep POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E create_symlink claudestep git-claudestep
    WORKING_DIRECTORY "$<TARGET_FILE_DIR:claudestep>"
    VERBATIM)
endfunction()
