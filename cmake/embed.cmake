# claudestep_embed(LAYER FUNCTION FILE...)
#
# Gives the layer the bytes of files as program text: a generated source defines
# `const std::vector<EmbeddedFile>& FUNCTION()` in the layer's namespace, in the order of FILE.
# The layer declares EmbeddedFile {name, bytes} in LAYER/embedded.h. A changed file is embedded anew
# at the next build.
function(claudestep_embed layer function)
  set(output "${PROJECT_BINARY_DIR}/embedded/${layer}_${function}.cc")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake")
  # Through a file, for a list of paths does not survive a command line.
  file(CONFIGURE OUTPUT "${output}.list" CONTENT "${ARGN}" @ONLY)
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -DLAYER=${layer} -DFUNCTION=${function} -DLIST=${output}.list
      -DOUTPUT=${output} -P "${script}"
    DEPENDS "${script}" "${output}.list" ${ARGN}
    VERBATIM)
  target_sources(claudestep_${layer} PRIVATE "${output}")
endfunction()
