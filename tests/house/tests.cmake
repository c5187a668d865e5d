# Tests of the build itself. Label: house.

# Both ways of linking libgit2 work, whichever of them the program uses.
foreach(kind static shared)
  if(NOT TARGET claudestep_libgit2_${kind})
    message(STATUS "libgit2: the ${kind} link is not tested, it does not work here")
    continue()
  endif()
  add_executable(libgit2_probe_${kind} "${PROJECT_SOURCE_DIR}/cmake/libgit2_probe.c")
  target_link_libraries(libgit2_probe_${kind} PRIVATE
    claudestep_libgit2_${kind} claudestep_flags claudestep_warnings)
  set(scratch "${CMAKE_CURRENT_BINARY_DIR}/libgit2_probe_${kind}.git")
  add_test(NAME ${prefix}house.libgit2_${kind}
    COMMAND sh -c "rm -rf \"$2\" && exec \"$1\" \"$2\"" sh
      $<TARGET_FILE:libgit2_probe_${kind}> "${scratch}")
  set_tests_properties(${prefix}house.libgit2_${kind} PROPERTIES LABELS house TIMEOUT 60)
endforeach()
