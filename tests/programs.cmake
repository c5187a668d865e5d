# Tests that run the built program: transcripts, races, crashes, differentials.
set(shim)
claudestep_glob(shim_source "support/killshim.c")
if(shim_source)
  add_library(killshim MODULE ${shim_source})
  target_link_libraries(killshim PRIVATE ${CMAKE_DL_LIBS} claudestep_warnings)
  target_compile_definitions(killshim PRIVATE _GNU_SOURCE)
  set_target_properties(killshim PROPERTIES C_EXTENSIONS ON)
  set(shim --shim $<TARGET_FILE:killshim>)
endif()

# claudestep_script_tests(FOLDER TIMEOUT): one test a Python file, files named _*.py are helpers.
function(claudestep_script_tests folder timeout)
  claudestep_glob(scripts "${folder}/*.py")
  foreach(script IN LISTS scripts)
    get_filename_component(name "${script}" NAME_WE)
    if(name MATCHES "^_")
      continue()
    endif()
    set(test "${prefix}${folder}.${name}")
    set(labels ${folder})
    set(limit ${timeout})
    if(name MATCHES "_long$")
      list(APPEND labels long)
      set(limit 3600)
    endif()
    add_test(NAME ${test}
      COMMAND Python3::Interpreter "${script}" --bin $<TARGET_FILE:claudestep> ${shim})
    set_tests_properties(${test} PROPERTIES
      LABELS "${labels}" TIMEOUT ${limit} SKIP_RETURN_CODE 77)
    if(folder STREQUAL "race")
      # On the disk, also where others are in memory: there git's push and its packing of the remote
      # get in each other's way ("missing necessary objects").
      # First, so that there is something else to do while they wait for it.
      set_tests_properties(${test} PROPERTIES PROCESSORS 2 COST 200
        ENVIRONMENT_MODIFICATION "TMPDIR=unset:")
    else()
      set_tests_properties(${test} PROPERTIES COST 100)  # long ones first, not last and alone
    endif()
  endforeach()
endfunction()

claudestep_glob(support_tests "support/*_test.py")
foreach(script IN LISTS support_tests)
  get_filename_component(name "${script}" NAME_WE)
  add_test(NAME ${prefix}support.${name} COMMAND Python3::Interpreter "${script}")
  set_tests_properties(${prefix}support.${name} PROPERTIES LABELS house TIMEOUT 120)
endforeach()

if(NOT TARGET claudestep)
  return()
endif()

claudestep_glob(transcripts "cli/*.t")
foreach(transcript IN LISTS transcripts)
  file(RELATIVE_PATH name "${CMAKE_CURRENT_SOURCE_DIR}/cli" "${transcript}")
  string(REGEX REPLACE "\\.t$" "" name "${name}")
  string(REPLACE "/" "." name "${name}")
  add_test(NAME ${prefix}cli.${name}
    COMMAND Python3::Interpreter "${CMAKE_CURRENT_SOURCE_DIR}/support/transcript.py"
      --bin $<TARGET_FILE:claudestep> "${transcript}")
  set_tests_properties(${prefix}cli.${name} PROPERTIES
    LABELS cli TIMEOUT 60 SKIP_RETURN_CODE 77)
endforeach()

claudestep_script_tests(race 900)
claudestep_script_tests(differential 300)
claudestep_script_tests(docs 300)
claudestep_script_tests(report 300)
if(CLAUDESTEP_SANITIZE)
  # A sanitizer's run-time must come first and the shim is preloaded: both at once cannot be.
  message(STATUS "crash tests are left out: they cannot run under a sanitizer")
else()
  claudestep_script_tests(crash 900)
endif()
