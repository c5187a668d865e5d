# Run by cpack over the staged files of a package: gives a .deb what Debian's policy asks for, which
# other packages do not need: compressed pages and changelog, and the licence as `copyright`.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()
set(share "${CPACK_TEMPORARY_DIRECTORY}/usr/share")
set(doc "${share}/doc/claudestep")

file(COPY_FILE "${CPACK_CLAUDESTEP_PACKAGING}/copyright" "${doc}/copyright")
file(COPY_FILE "${CPACK_CLAUDESTEP_PACKAGING}/changelog" "${doc}/changelog")
file(REMOVE "${doc}/LICENSE")
file(GLOB pages "${share}/man/man*/*")
foreach(file IN LISTS pages ITEMS "${doc}/changelog")
  execute_process(COMMAND gzip -9n "${file}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
