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

# claudestep_house_test(NAME COMMAND...)
function(claudestep_house_test name)
  add_test(NAME ${prefix}house.${name} COMMAND ${ARGN})
  set_tests_properties(${prefix}house.${name} PROPERTIES
    LABELS house TIMEOUT 120 SKIP_RETURN_CODE 77)
endfunction()

set(here "${CMAKE_CURRENT_LIST_DIR}")
claudestep_house_test(layers "${PROJECT_SOURCE_DIR}/scripts/check-layers")
claudestep_house_test(layers_finds_breaches "${here}/check_layers_test.sh")
claudestep_house_test(packages "${here}/packages_test.sh")
claudestep_house_test(libgit2_choice "${here}/libgit2_choice_test.sh" "${CMAKE_COMMAND}")

# No two files of a folder define the same name for themselves, whichever of them a unity build puts
# together.
claudestep_house_test(names "${PROJECT_SOURCE_DIR}/scripts/check-names")
set_tests_properties(${prefix}house.names PROPERTIES LABELS "house;long" TIMEOUT 1800)

# Every file compiles by itself, not only beside those that a unity build puts it with.
claudestep_house_test(separate_files "${here}/separate_files_test.sh" "${CMAKE_COMMAND}")
set_tests_properties(${prefix}house.separate_files PROPERTIES LABELS "house;long" TIMEOUT 3600)

find_program(SHELLCHECK shellcheck)
if(SHELLCHECK)
  claudestep_house_test(shellcheck "${here}/shellcheck_test.sh")
else()
  message(STATUS "shellcheck is missing: the scripts are not checked")
endif()

if(TARGET claudestep)
  claudestep_house_test(install "${here}/install_test.sh" "${CMAKE_COMMAND}" "${PROJECT_BINARY_DIR}")
  get_filename_component(cmake_folder "${CMAKE_COMMAND}" DIRECTORY)
  find_program(CLAUDESTEP_CPACK cpack HINTS "${cmake_folder}" REQUIRED)
  claudestep_house_test(package "${here}/package_test.sh" "${CLAUDESTEP_CPACK}" "${PROJECT_BINARY_DIR}")
  set_tests_properties(${prefix}house.package PROPERTIES TIMEOUT 600 COST 100)
  # Builds the preset release: the packages that are given away, made as the guide says.
  claudestep_house_test(release "${here}/release_test.sh" "${CLAUDESTEP_CPACK}")
  set_tests_properties(${prefix}house.release PROPERTIES LABELS "house;long" TIMEOUT 3600)
  claudestep_house_test(bench "${here}/bench_test.sh" $<TARGET_FILE:claudestep>)
  # What is committed is enough to build, install and run.
  claudestep_house_test(fresh_clone "${here}/fresh_clone_test.sh" "${CMAKE_COMMAND}")
  set_tests_properties(${prefix}house.fresh_clone PROPERTIES LABELS "house;long" TIMEOUT 3600)
  claudestep_house_test(demo "${here}/demo_test.sh" $<TARGET_FILE:claudestep>)

  # Pages of the manual that are made from the table of commands. Label: docs.
  function(claudestep_page_test name option page)
    add_test(NAME ${prefix}docs.${name}
      COMMAND "${here}/page_test.sh" $<TARGET_FILE:claudestep> ${option} ${page})
    set_tests_properties(${prefix}docs.${name} PROPERTIES LABELS docs TIMEOUT 60)
  endfunction()
  claudestep_page_test(cli-reference --reference docs/cli-reference.md)
endif()

# Slow, and its packages are large: label tidy, which the default run leaves out.
find_program(CLANG_TIDY clang-tidy)
if(CLANG_TIDY)
  add_test(NAME ${prefix}tidy COMMAND "${PROJECT_SOURCE_DIR}/scripts/tidy")
  set_tests_properties(${prefix}tidy PROPERTIES LABELS tidy TIMEOUT 1800)
endif()
