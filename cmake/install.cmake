# cmake --install: the binary and its git link; completions and pages of the manual, which the tool
# itself prints; the hooks and schemas as far as they are there; the documentation.
if(NOT TARGET claudestep)
  return()
endif()

install(TARGETS claudestep RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(CODE "file(CREATE_LINK claudestep
  \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/git-claudestep\" SYMBOLIC)")

# claudestep_completion(SHELL DIRECTORY FILE)
function(claudestep_completion shell directory file)
  set(output "${PROJECT_BINARY_DIR}/completions/${shell}/${file}")
  install(CODE "
    file(MAKE_DIRECTORY \"${PROJECT_BINARY_DIR}/completions/${shell}\")
    execute_process(COMMAND \"$<TARGET_FILE:claudestep>\" completion ${shell}
      OUTPUT_FILE \"${output}\" COMMAND_ERROR_IS_FATAL ANY)")
  install(FILES "${output}" DESTINATION "${directory}")
endfunction()
claudestep_completion(bash "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" claudestep)
claudestep_completion(zsh "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" _claudestep)
claudestep_completion(fish "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" claudestep.fish)

if(EXISTS "${PROJECT_SOURCE_DIR}/hooks")
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/hooks/"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/claudestep/hooks" USE_SOURCE_PERMISSIONS)
endif()
if(EXISTS "${PROJECT_SOURCE_DIR}/schemas")
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/schemas/"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/claudestep/schemas")
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/LICENSE"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# The pages of the manual are made anew with the program, in a folder where man finds them:
# `man -M build/dev/man claudestep-stats`.
set(manual "${PROJECT_BINARY_DIR}/man")
add_custom_command(OUTPUT "${manual}/made"
  COMMAND ${CMAKE_COMMAND} -E rm -rf "${manual}"
  COMMAND ${CMAKE_COMMAND} -E make_directory "${manual}"
  COMMAND claudestep help --man-pages "${manual}"
  COMMAND ${CMAKE_COMMAND} -E touch "${manual}/made"
  DEPENDS claudestep
  COMMENT "Making the pages of the manual"
  VERBATIM)
add_custom_target(claudestep_manual ALL DEPENDS "${manual}/made")
install(DIRECTORY "${manual}/" DESTINATION "${CMAKE_INSTALL_MANDIR}" PATTERN made EXCLUDE)
