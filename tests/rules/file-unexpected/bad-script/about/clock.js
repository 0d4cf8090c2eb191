document.title = new Date()
